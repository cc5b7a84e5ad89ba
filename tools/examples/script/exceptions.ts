import type { RecordedSystem } from '../system.js';
import { at, textAt } from '../read.js';
import { AUDITOR, OPERATOR, SECOND_OPERATOR } from './order.js';

const PATH = '/v1/reconciliation/exceptions';
const ONE = `post ${PATH}/{exceptionId}`;

/** Stripe tells of two charges that are of no payment of ours. */
export async function visitExceptions(system: RecordedSystem): Promise<void> {
  const { operations, views } = system;
  await operations.prepare('post /v1/imports', { as: OPERATOR, file: foreignCharges() });
  const kind = { kind: 'missing-internally' };
  const all = { as: AUDITOR, query: kind };
  await views.visitUntil(`get ${PATH}`, all, (body) => Boolean(at(body, 'items', 1)));
  for (const format of ['csv', 'jsonl']) {
    await views.visit(`get ${PATH}`, { as: AUDITOR, query: { ...kind, format } });
  }
  await visitAtTheBank(system);
  const path = { exceptionId: 'stripe-capture-ch_examples0001' };
  await views.visit(`get ${PATH}/{exceptionId}`, { as: AUDITOR, path });
  await lookedInto(system, path);
  await resolved(system, path);
}

async function visitAtTheBank({ views }: RecordedSystem): Promise<void> {
  const formats = {
    'get /v1/reconciliation/balances': ['csv'],
    'get /v1/payouts': ['csv', 'jsonl'],
  };
  for (const [list, others] of Object.entries(formats)) {
    for (const format of ['json', ...others]) {
      await views.visit(list, { as: AUDITOR, query: { format } });
    }
  }
}

type Path = { readonly exceptionId: string };

async function lookedInto(system: RecordedSystem, path: Path): Promise<void> {
  const { commands, views } = system;
  const of = (body: object) => ({ as: OPERATOR, path, body });
  const note = 'The charge is of the old shop, it says.';
  await commands.visit(`${ONE}/assignment`, of({ assignee: SECOND_OPERATOR }));
  await commands.visit(`${ONE}/investigation`, of({ expectedRevision: 1 }));
  await commands.refused(`${ONE}/notes`, of({ note, expectedRevision: 0 }), 'exception-changed');
  await commands.visit(`${ONE}/notes`, of({ note }));
  const contentBase64 = Buffer.from(note).toString('base64');
  const file = { name: 'answer.txt', mediaType: 'text/plain', contentBase64 };
  await commands.visit(`${ONE}/evidence`, of(file));
  await commands.visit(`${ONE}/escalation`, of({ note: 'No one of us knows the old shop.' }));
  const shown = await views.prepare(`get ${PATH}/{exceptionId}`, { as: AUDITOR, path });
  const contentHash = textAt(shown, 'evidence', 0, 'contentHash');
  await commands.visit(`get ${PATH}/{exceptionId}/evidence/{contentHash}`, {
    as: AUDITOR,
    path: { ...path, contentHash },
  });
}

/** It is above the limit, so that a second person has to agree. */
async function resolved({ commands }: RecordedSystem, path: Path): Promise<void> {
  const of = (body: object, as = OPERATOR) => ({ as, path, body });
  const resolution = of({ reason: 'written-off', note: 'The old shop is closed.' });
  await commands.visit(`${ONE}/resolution`, resolution);
  const refusal = of({ note: 'Ask its owner first.' }, SECOND_OPERATOR);
  await commands.visit(`${ONE}/resolution/refusal`, refusal);
  await commands.prepare(`${ONE}/resolution`, resolution);
  await commands.refused(`${ONE}/resolution/approval`, of({}), 'exception-needs-second-person');
  await commands.visit(`${ONE}/resolution/approval`, of({}, SECOND_OPERATOR));
  await commands.refused(`${ONE}/resolution`, resolution, 'exception-resolved');
  await commands.visit(`${ONE}/reopening`, of({ note: 'Its owner answered.' }));
}

/** A payout as Stripe reports it. */
function foreignCharges(): string {
  const time = new Date().toISOString().slice(0, 19).replace('T', ' ');
  const columns = 'automatic_payout_id,balance_transaction_id,created_utc,available_on_utc';
  const more = 'currency,gross,fee,net,reporting_category,source_id,charge_id';
  const rows = ['150.00,3.00,147.00', '7.00,0.30,6.70'].map((amounts, index) => {
    const nth = `examples000${index + 1}`;
    return `po_examples0001,txn_${nth},${time},${time},eur,${amounts},charge,ch_${nth},ch_${nth}`;
  });
  return `${[`${columns},${more}`, ...rows].join('\n')}\n`;
}
