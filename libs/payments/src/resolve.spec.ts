import { decider } from '../../../test/support/decider.js';
import {
  assessed,
  AUTHORISED,
  authorisationRequested,
  captured,
  captureRequested,
  initiated,
  NOW,
  refundRequested,
  voidRequested,
} from '../../../test/support/payment-events.js';
import { evolve } from './catalogue/evolve.js';
import { escalateOutcome } from './outcome/escalate.js';
import { openPromises } from './payment/open-promises.js';
import { NO_PAYMENT } from './payment/payment.js';
import { resolveOutcome, type ResolveOutcome } from './resolve.js';

const CAPTURED = [...AUTHORISED, captureRequested('c1', '10.00'), captured('c1', '10.00')] as const;

function look(change: Partial<ResolveOutcome>): ResolveOutcome {
  return { operationId: 'c1', happened: true, reference: 'ch_1', note: '', now: NOW, ...change };
}

describe('a person who says what became of a promise', () => {
  const given = decider(resolveOutcome);

  it.each([
    [
      'PaymentAuthorised',
      'AuthorisationDeclined',
      'a1',
      [initiated(), assessed(), authorisationRequested()],
    ],
    ['PaymentCaptured', 'CaptureFailed', 'c1', [...AUTHORISED, captureRequested('c1', '1.00')]],
    ['PaymentVoided', 'VoidFailed', 'v1', [...AUTHORISED, voidRequested('v1')]],
    ['PaymentRefunded', 'RefundFailed', 'r1', [...CAPTURED, refundRequested('r1', '1.00')]],
  ] as const)('records %s or %s', (done, not, operationId, history) => {
    given(...history)
      .when(look({ operationId }))
      .thenTypes(done);
    given(...history)
      .when(look({ operationId, happened: false }))
      .thenTypes(not);
  });

  it('must name what the provider made of it', () => {
    given(...AUTHORISED, captureRequested('c1', '1.00'))
      .when(look({ reference: null }))
      .thenRefused('outcome-incomplete');
  });

  it('is refused when nothing of this id waits', () => {
    given(...CAPTURED)
      .when(look({}))
      .thenRefused('operation-not-open');
  });
});

describe('asking a person', () => {
  const since = NOW;
  const now = '2026-03-01T13:00:00.000Z';
  const open = [...AUTHORISED, captureRequested('c1', '1.00')];
  const payment = open.reduce(evolve, NO_PAYMENT);
  const [promise] = openPromises(payment);
  if (!promise) throw new Error('the capture is open');

  it('happens once, and is over with the outcome', () => {
    const asked = escalateOutcome(promise, { since, now }, payment);
    expect(asked).toHaveLength(1);
    const waiting = asked.reduce(evolve, payment);
    expect(escalateOutcome(promise, { since, now }, waiting)).toEqual([]);
    expect([...waiting.escalated]).toEqual(['c1']);
    const done = resolveOutcome(look({}), waiting).reduce(evolve, waiting);
    expect([...done.escalated]).toEqual([]);
    expect(escalateOutcome(promise, { since, now }, done)).toEqual([]);
  });
});
