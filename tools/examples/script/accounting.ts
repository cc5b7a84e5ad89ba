import type { RecordedSystem } from '../system.js';
import { textAt } from '../read.js';
import { AUDITOR, eur, OPERATOR, SECOND_OPERATOR } from './order.js';

/** What an accountant does: adjustments, and the closing of the month before. */
export async function visitAccounting(system: RecordedSystem): Promise<void> {
  await visitAdjustments(system);
  await visitPeriods(system);
  const query = { account: 'provider:stripe:pending', currency: 'EUR' };
  await system.views.visit('get /v1/journal/why', { as: AUDITOR, query });
  await system.views.visit('get /v1/journal/invariants', { as: AUDITOR });
  for (const format of ['json', 'csv', 'html']) {
    await system.views.visit('get /v1/statements/{period}', {
      as: AUDITOR,
      path: { period: new Date().toISOString().slice(0, 7) },
      query: { merchantId: 'merchant-1', format },
    });
  }
}

function bankCharge(credit: string): object {
  return {
    // Its month is the first of the books, and then the first to be closed.
    effectiveAt: `${lastMonth()}-15T09:00:00.000Z`,
    reason: 'the bank charged for the payout',
    lines: [
      { account: 'bank-charges:stripe', amount: eur('250') },
      { account: 'bank:stripe', amount: eur(credit) },
    ],
  };
}

async function visitAdjustments({ views }: RecordedSystem): Promise<void> {
  const path = '/v1/journal/adjustments';
  const as = OPERATOR;
  await views.refused(`post ${path}`, { as, body: bankCharge('-200') }, 'adjustment-unbalanced');
  const asked = await views.visit(`post ${path}`, { as, body: bankCharge('-250') });
  const one = { path: { adjustmentId: textAt(asked, 'adjustmentId') } };
  const approval = `post ${path}/{adjustmentId}/approval`;
  await views.refused(approval, { as, ...one, body: {} }, 'adjustment-needs-second-person');
  await views.visit(approval, { as: SECOND_OPERATOR, ...one, body: {} });
  const reversal = { as, ...one, body: { reason: 'it was charged by mistake' } };
  await views.visit(`post ${path}/{adjustmentId}/reverse`, reversal);
  const withdrawal = { as, ...one, body: { note: 'it was not' } };
  await views.visit(`post ${path}/{adjustmentId}/withdrawal`, withdrawal);
  await views.visitUntil(
    `get ${path}/{adjustmentId}`,
    { as: AUDITOR, ...one },
    ({ withdrawn }) => withdrawn !== null,
  );
  await views.visit(`get ${path}`, { as: AUDITOR });
}

async function visitPeriods({ views }: RecordedSystem): Promise<void> {
  const path = '/v1/periods/{period}';
  const as = OPERATOR;
  const one = { path: { period: lastMonth() } };
  await views.visit('get /v1/periods', { as: AUDITOR });
  await views.refused(`post ${path}/close`, { as, ...one, body: {} }, 'period-has-open-items');
  const reason = 'compared with the pages of the providers by hand';
  const explanations = [
    { item: 'provider-balances', reason },
    { item: 'adjustments', reason: 'they are of this month' },
    { item: 'reconciliation', reason: 'they are of this month' },
  ];
  await views.visit(`post ${path}/close`, { as, ...one, body: { explanations } });
  await views.visit(`get ${path}`, { as: AUDITOR, ...one });
  await views.visit(`get ${path}/closed-books`, { as: AUDITOR, ...one });
  await views.visit(`get ${path}/late-entries`, { as: AUDITOR, ...one });
  const why = { as, ...one, body: { reason: 'a charge of the bank is missing' } };
  await views.visit(`post ${path}/reopening`, why);
  await views.visit(`post ${path}/reopening/withdrawal`, { as, ...one, body: {} });
  await views.prepare(`post ${path}/reopening`, why);
  const approval = `post ${path}/reopening/approval`;
  await views.refused(approval, { as, ...one, body: {} }, 'period-needs-second-person');
  await views.visit(approval, { as: SECOND_OPERATOR, ...one, body: {} });
}

function lastMonth(): string {
  const date = new Date();
  date.setUTCDate(0);
  return date.toISOString().slice(0, 7);
}
