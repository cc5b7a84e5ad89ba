import { decider } from '../../../../test/support/decider.js';
import { eur, initiated, NOW } from '../../../../test/support/payment-events.js';
import { initiatePayment, type InitiatePayment } from './decide.js';

const given = decider(initiatePayment);

const clockBounds = { behindMs: 24 * 3_600_000, aheadMs: 5 * 60_000 };

describe('initiating a payment', () => {
  it.each(['2026-02-28T12:00:00.000Z', NOW, '2026-03-01T12:05:00.000Z'])(
    'takes the word of a sender whose clock is near ours: %s',
    (occurredAt) => {
      const command = initiation({ occurredAt });
      given().when(command).then(initiated({ occurredAt }));
    },
  );

  it.each(['1970-01-21T12:00:00.000Z', '2026-02-28T11:59:59.999Z', '2026-03-01T12:05:00.001Z'])(
    'refuses a time that is too far from ours: %s',
    (occurredAt) => {
      const command = initiation({ occurredAt });
      given().when(command).thenRefused('occurrence-out-of-bounds');
    },
  );

  it('takes any past time of an imported payment, and no future one', () => {
    const imported = { imported: true, occurredAt: '2018-04-01T00:00:00.000Z' } as const;
    const past = initiation(imported);
    given().when(past).then(initiated(imported));
    const future = initiation({ ...imported, occurredAt: '2026-03-02T00:00:00.000Z' });
    given().when(future).thenRefused('occurrence-out-of-bounds');
  });

  it('decides nothing the second time, however late that is', () => {
    const late = { ...initiation({}), now: '2026-06-01T00:00:00.000Z' };
    given(initiated()).when(late).thenNothing();
  });

  it('refuses an amount of nothing', () => {
    const command = initiation({ amount: eur('0.00') });
    given().when(command).thenRefused('amount-not-positive');
  });
});

function initiation(change: Partial<InitiatePayment>): InitiatePayment {
  const { initiatedAt: _initiatedAt, ...facts } = initiated().data;
  return { ...facts, clockBounds, now: NOW, ...change };
}
