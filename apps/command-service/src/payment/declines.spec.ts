import { evolve, NO_PAYMENT, type PaymentEvent } from '#payments';
import { silentLogger } from '#platform';
import {
  assessed,
  authorisationRequested,
  initiated,
  NOW,
  PAYMENT_ID,
} from '../../../../test/support/payment-events.js';
import { Declines } from './declines.js';

const OPEN = [initiated(), assessed(), authorisationRequested()];

describe('what was declined', () => {
  let warned: { readonly fields: object; readonly message: string }[];
  let declines: Declines;

  beforeEach(() => {
    warned = [];
    const logger = silentLogger();
    logger.warn = (fields, message) => void warned.push({ fields, message });
    declines = new Declines(logger);
  });

  it('is counted by provider and reason, and by none where no provider was asked', () => {
    note(refused('insufficient_funds'), assessed(), refused('insufficient_funds'));
    note(assessed('decline'));
    expect(counted()).toEqual({ 'stripe insufficient-funds': 2, 'none fraud-block': 1 });
    expect(declines.metrics[0]?.name).toBe('assay_declines_total');
    expect(warned).toEqual([]);
  });

  it('warns of a code that no table knows, by payment and code', () => {
    note(refused('a_code_of_tomorrow'));
    expect(counted()).toEqual({ 'stripe unknown': 1 });
    expect(warned).toEqual([
      {
        fields: { paymentId: PAYMENT_ID, provider: 'stripe', providerCode: 'a_code_of_tomorrow' },
        message: 'declined with a code of no table',
      },
    ]);
  });

  it('goes on counting where it warns no more', () => {
    for (let index = 0; index < 12; index += 1) note(refused('a_code_of_tomorrow'));
    expect(counted()).toEqual({ 'stripe unknown': 12 });
    expect(warned).toHaveLength(10);
  });

  function note(...events: PaymentEvent[]): void {
    declines.note(events, OPEN.reduce(evolve, NO_PAYMENT));
  }

  function counted(): Record<string, number> {
    const values = declines.metrics[0]?.read() ?? [];
    return Object.fromEntries(
      values.map(({ labels = {}, value }) => [`${labels['provider']} ${labels['reason']}`, value]),
    );
  }
});

function refused(code: string): PaymentEvent {
  const data = { paymentId: PAYMENT_ID, authorisationId: 'a1', code, reason: 'no' };
  return { type: 'AuthorisationDeclined', data: { ...data, declinedAt: NOW } };
}
