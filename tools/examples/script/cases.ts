import { eventually } from '../../../test/support/eventually.js';
import type { RecordedSystem } from '../system.js';
import { at, textAt } from '../read.js';
import { ANALYST, HELD_CUSTOMER, order, SECOND_ANALYST, SHOP } from './order.js';

/** What analysts do with payments that are held. */
export async function visitCases(system: RecordedSystem): Promise<string> {
  const [paymentId, other] = [await held(system, 1), await held(system, 2)];
  await shown(system, paymentId);
  const { commands } = system;
  const cases = 'post /v1/cases/{paymentId}';
  const of = (body: object) => ({ as: ANALYST, path: { paymentId }, body });
  const handled = of({ decision: 'approve', label: 'none' });
  await commands.visit(`${cases}/lease`, of({ minutes: 15 }));
  const second = { ...of({ minutes: 15 }), as: SECOND_ANALYST };
  await commands.refused(`${cases}/lease`, second, 'case-leased');
  await commands.visit(`${cases}/notes`, of({ note: 'Called back on the number on file.' }));
  await commands.visit(`${cases}/assignment`, of({ assignee: SECOND_ANALYST }));
  await commands.visit(`${cases}/assignment/withdrawal`, of({}));
  await commands.visit(`${cases}/escalation`, of({ note: 'The device is new.' }));
  await commands.visit(`${cases}/escalation/withdrawal`, of({ note: 'It is an old one.' }));
  await commands.visit(`${cases}/lease/release`, of({}));
  const until = new Date(Date.now() + 3 * 3_600_000).toISOString();
  await commands.visit(`${cases}/snooze`, of({ until, note: 'The payer calls back.' }));
  await commands.visit(`${cases}/snooze/withdrawal`, of({}));
  const next = { as: SECOND_ANALYST, body: { minutes: 10 } };
  await commands.visitUntil('post /v1/cases/next', next, (body) => Boolean(body));
  const decided = await commands.visit('post /v1/payments/{paymentId}/review', {
    ...handled,
    path: { paymentId: other },
    as: SECOND_ANALYST,
  });
  await commands.refused(
    'post /v1/payments/{paymentId}/review',
    { ...handled, path: { paymentId: textAt(decided, 'paymentId') } },
    'payment-not-held',
  );
  return paymentId;
}

async function held({ commands }: RecordedSystem, nth: number): Promise<string> {
  let tries = 0;
  // The policy is in force some milliseconds after it was activated.
  const paid = await eventually(async () => {
    tries += 1;
    const body = order(`order-held-${nth}-${tries}`, { customerId: HELD_CUSTOMER });
    const begun = await commands.prepare('post /v1/payments', { as: SHOP, body });
    return at(begun, 'status') === 'held' && begun;
  });
  return textAt(paid, 'paymentId');
}

async function shown({ views }: RecordedSystem, paymentId: string): Promise<void> {
  const one = { as: ANALYST, path: { paymentId } };
  await views.visitUntil('get /v1/cases/{paymentId}', one, () => true);
  await views.visit('get /v1/cases/{paymentId}/links', one);
  await views.visit('get /v1/cases/queue', { as: ANALYST });
  await views.visit('get /v1/cases/counts', { as: ANALYST });
  for (const format of ['json', 'csv', 'jsonl']) {
    await views.visit('get /v1/cases', { as: ANALYST, query: { format, status: 'open' } });
  }
}
