import type { ProjectionServiceTypes } from '#client';
import type { Journal } from '../journal/asked.js';

type Entry = ProjectionServiceTypes.EntryResponse;

/** What one account stood at, and stands at, in minor units; a credit is negative. */
export type BalanceChange = {
  readonly account: string;
  readonly currency: string;
  readonly before: string;
  readonly after: string;
};

export type BalanceDifference = {
  readonly balances: readonly BalanceChange[];
  /** Recorded behind the first time and up to the second, the newest first. */
  readonly entries: readonly Entry[];
};

/** Both are times at which something was known. */
type Times = { readonly from: string; readonly to: string };

/** Which balances differ between two times, and by which entries. */
export async function balanceDifference(
  journal: Journal,
  { from, to }: Times,
): Promise<BalanceDifference> {
  const [before, after] = [await balancesAt(journal, from), await balancesAt(journal, to)];
  const keys = new Set([...before.keys(), ...after.keys()]);
  const balances = [...keys].sort().flatMap((key) => {
    const [was, is] = [before.get(key) ?? '0', after.get(key) ?? '0'];
    const [account = '', currency = ''] = key.split(' ');
    return was === is ? [] : [{ account, currency, before: was, after: is }];
  });
  return { balances, entries: await entriesBetween(journal, { from, to }) };
}

async function balancesAt(journal: Journal, known: string): Promise<Map<string, string>> {
  const { items } = await journal.accounts({ query: { asOfRecorded: known } });
  return new Map(
    items.map(({ account, currency, balance }) => [`${account} ${currency}`, balance]),
  );
}

async function entriesBetween(journal: Journal, { from, to }: Times): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of journal.entriesEach({ query: { limit: 200 } })) {
    const recordedMs = Date.parse(entry.recordedAt);
    if (recordedMs > Date.parse(to)) continue;
    // The order is that of positions; a clock that was set back may hide some, so all are seen.
    if (recordedMs > Date.parse(from)) entries.push(entry);
  }
  return entries;
}
