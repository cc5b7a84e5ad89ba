import fc from 'fast-check';
import { paymentHistory } from '../../../../test/support/payment-histories.js';
import { openPromises } from '../payment/open-promises.js';
import { NO_PAYMENT } from '../payment/payment.js';
import { OPERATION_IDS } from '../payment/vocabulary.js';
import { PAYMENT_EVENTS } from './catalogue.js';
import { evolve } from './evolve.js';
import { openedBy, settledBy } from './kinds.js';

type Entry = {
  readonly fields: object;
  readonly opens?: string;
  readonly settles?: string | null;
  readonly refusal?: true;
};

describe('the catalogue of events', () => {
  it('opens and settles the promises that the fold keeps open, in any history', () => {
    fc.assert(
      fc.property(paymentHistory, (history) => {
        const open = new Set<string>();
        let payment = NO_PAYMENT;
        for (const event of history) {
          payment = evolve(payment, event);
          const opened = openedBy(event);
          if (opened !== null) open.add(opened);
          open.delete(settledBy(event) ?? '');
          expect(new Set(openPromises(payment).map(({ operationId }) => operationId))).toEqual(
            open,
          );
        }
      }),
    );
  });

  it.each(Object.entries(OPERATION_IDS))(
    'has a promise, an outcome and a refusal of: %s',
    (_, id) => {
      const entries: readonly Entry[] = Object.values(PAYMENT_EVENTS);
      expect(entries.some(({ opens }) => opens === id)).toBe(true);
      expect(entries.some(({ settles, refusal = false }) => settles === id && !refusal)).toBe(true);
      expect(entries.some(({ settles, refusal = false }) => settles === id && refusal)).toBe(true);
    },
  );

  it('forgets what was unknown of a promise when it is settled, in any history', () => {
    fc.assert(
      fc.property(paymentHistory, (history) => {
        const payment = history.reduce(evolve, NO_PAYMENT);
        const open = new Set(openPromises(payment).map(({ operationId }) => operationId));
        expect([...payment.unknown].filter((id) => !open.has(id))).toEqual([]);
      }),
    );
  });

  it('announces each message by one type of event', () => {
    const names = Object.values(PAYMENT_EVENTS).flatMap((entry) =>
      typeof entry.announced === 'string' ? [entry.announced] : [],
    );
    expect(new Set(names).size).toBe(names.length);
  });
});
