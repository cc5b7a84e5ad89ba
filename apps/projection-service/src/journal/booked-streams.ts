import type { EntityManager } from 'typeorm';
import { comparePositions, parsePosition, type EventStore, type RecordedEvent } from '#event-store';
import { entryOf, evolveContext, type JournalContext } from '#journal';
import { paymentStream, upcast } from '#payments';
import type { Tally } from './invariants.js';
import { JOURNAL_SCHEMA as SCHEMA } from './journal.entity.js';

type Row = { readonly entryId: string; readonly account: string; readonly amount: string };

/**
 * Books payments again from their streams and compares what merchants are owed and what issuers
 * hold: these follow from the payment's own events alone, and not from lines of the provider.
 *
 * @param position how far the journal is.
 */
export async function streamsInvariant(
  manager: EntityManager,
  store: EventStore,
  { position, payments }: { readonly position: string; readonly payments: number },
): Promise<Tally> {
  const rows = await manager.query<{ paymentId: string }[]>(
    `(SELECT payment_id AS "paymentId" FROM ${SCHEMA}.journal_payment
      WHERE payment_id >= gen_random_uuid()::text ORDER BY payment_id LIMIT $1)
     UNION (SELECT payment_id FROM ${SCHEMA}.journal_payment ORDER BY payment_id LIMIT $1)
     LIMIT $1`,
    [payments],
  );
  let violations = 0;
  for (const { paymentId } of rows) {
    const told = await bookedAgain(store, paymentId, position);
    if (told !== canonical(await bookedRows(manager, paymentId, position))) violations += 1;
  }
  return { checked: rows.length, violations };
}

async function bookedAgain(
  store: EventStore,
  paymentId: string,
  position: string,
): Promise<string> {
  const end = parsePosition(position);
  const rows: Row[] = [];
  let context: JournalContext | null = null;
  for await (const recorded of store.read(paymentStream(paymentId))) {
    if (comparePositions(recorded.position, end) > 0) break;
    const event = upcast(recorded.type, recorded.data);
    rows.push(...rowsOf(recorded, entryOf(event, context, recorded.recordedAt)));
    context = evolveContext(context, event);
  }
  return canonical(rows);
}

function rowsOf({ id: entryId }: RecordedEvent, entry: ReturnType<typeof entryOf>): Row[] {
  return (entry?.postings ?? [])
    .filter(({ account }) => followsFromEvents(account))
    .map(({ account, amount }) => ({
      entryId,
      account: `${amount.currency} ${account}`,
      amount: amount.minorUnits.toString(),
    }));
}

/** Lines of the provider's books never touch these accounts. */
function followsFromEvents(account: string): boolean {
  return account.startsWith('merchant:') || account.startsWith('memo:');
}

function bookedRows(manager: EntityManager, paymentId: string, position: string): Promise<Row[]> {
  const { commit, prepare } = parsePosition(position);
  return manager.query<Row[]>(
    `SELECT entry_id::text AS "entryId", currency || ' ' || account AS account,
            amount::text AS amount
     FROM ${SCHEMA}.journal_posting JOIN ${SCHEMA}.journal_entry USING (entry_id)
     WHERE payment_id = $1 AND line_id IS NULL AND adjustment_id IS NULL
       AND (commit, prepare) <= ($2, $3)
       AND (account LIKE 'merchant:%' OR account LIKE 'memo:%')`,
    [paymentId, commit.toString(), prepare.toString()],
  );
}

function canonical(rows: readonly Row[]): string {
  return JSON.stringify(rows.map((row) => [row.entryId, row.account, row.amount].join(' ')).sort());
}
