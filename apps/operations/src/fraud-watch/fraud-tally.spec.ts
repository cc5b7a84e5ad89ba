import { OutcomeBook } from '#fraud';
import type { PaymentEvent } from '#payments';
import {
  endings,
  held,
  NOW,
  PAYMENT_ID,
  reviewed,
} from '../../../../test/support/payment-events.js';
import { FraudTally } from './fraud-tally.js';
import { windowsOf } from './windows.js';

describe('the tally of reviews', () => {
  it('counts a held payment as waiting, and its decision', () => {
    expect(measuresOf([held])).toMatchObject({ queueLength: 1 });
    expect(measuresOf([held, reviewed('ReviewRejected')])).toMatchObject({
      queueLength: 0,
      decisions: { rejected: 1 },
      labels: { review: 1 },
    });
  });

  it.each(endings(PAYMENT_ID, NOW).map((end) => [end.type, end] as const))(
    'counts neither as waiting nor as decided what ended by %s',
    (_type, end) => {
      const nothing = { queueLength: 0, decisions: { approved: 0, rejected: 0 } };
      expect(measuresOf([held, end])).toMatchObject(nothing);
      const late = measuresOf([held, end, reviewed('ReviewRejected')]);
      expect(late).toMatchObject({ ...nothing, labels: { review: 0 } });
    },
  );
});

function measuresOf(events: readonly PaymentEvent[]) {
  const aDayLater = new Date(Date.parse(NOW) + 86_400_000).toISOString();
  const tally = new FraudTally(windowsOf(aDayLater, 7), new OutcomeBook());
  for (const event of events) tally.observe(event);
  return tally.measures;
}
