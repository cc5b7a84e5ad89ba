import type { RecordedEvent } from '#event-store';
import { upcastPayout, type PayoutRecorded } from '#payments';
import type { Plain, Read, View } from '#projections';
import {
  BANK_STREAM_PREFIX,
  bankReferencesOf,
  upcastBank,
  type BankLine,
  type BankLineRecorded,
  type ExceptionKey,
  type Finding,
  type SettlementLine,
} from '#reconciliation';
import {
  bankedBy,
  bankLineIdOf,
  bankLineKeyOf,
  findingsOfGroup,
  payoutIdOf,
  payoutKeyOf,
  referencesOfPayout,
} from './bank-items.js';
import {
  followsOfGroups,
  groupsAt,
  joinGroups,
  readsOfGroups,
  rowsOfMember,
  type Added,
} from './bank-groups.js';
import {
  BankGroup,
  ReconciliationBankLine,
  ReconciliationPayout,
  type BankLineJson,
  type PayoutJson,
} from './bank-leg.entity.js';
import { emptyRow } from './match-row.js';
import { ReconciliationMatch } from './reconciliation.entity.js';
import { exceptedBy } from './row-findings.js';

type Told = PayoutRecorded | BankLineRecorded;

/** References that an event of the second leg speaks of; none for any other event. */
export function bankReferencesIn({ type, data }: RecordedEvent): readonly string[] {
  if (type === 'BankLineRecorded') return bankReferencesOf(upcastBank(type, data).data);
  if (type === 'PayoutRecorded') {
    const { provider, payoutReference: reference } = upcastPayout(type, data).data;
    return referencesOfPayout({ provider, reference });
  }
  const { kind, provider, reference } = data as Partial<SettlementLine>;
  const isPayout = type === 'SettlementLineRecorded' && kind === 'payout';
  if (!isPayout || provider === undefined || reference === undefined) return [];
  return referencesOfPayout({ provider, reference });
}

export function readsOfLeg(recorded: RecordedEvent): Read[] {
  const { type, data, stream } = recorded;
  const reads = readsOfGroups(bankReferencesIn(recorded));
  if (type === 'BankLineRecorded') {
    return [...reads, rowsOfMember(lineKeyOf(stream, upcastBank(type, data).data))];
  }
  if (type !== 'PayoutRecorded') return reads;
  return [...reads, rowsOfMember(upcastPayout(type, data).data.payoutReference)];
}

/** Lines are numbered by account; the stream tells the account's hash. */
function lineKeyOf(stream: string, { lineId }: Pick<BankLine, 'lineId'>): string {
  const [accountHash = ''] = stream.slice(BANK_STREAM_PREFIX.length).split('-');
  return `${accountHash}.${lineId}`;
}

export function followsOfLeg(recorded: RecordedEvent, view: Pick<View, 'find'>): Read[] {
  return followsOfGroups(bankReferencesIn(recorded), view);
}

/** A line of the bank, or how far a payout is. */
export function recordInLeg(event: Told, view: View, recorded: RecordedEvent): void {
  const opened = recorded.position.commit.toString();
  if (event.type === 'BankLineRecorded') {
    const line = bankLineOf(event, recorded, opened);
    settle({ payouts: [], bankLines: [line], references: line.references }, view);
    return;
  }
  const { payoutReference: reference, recordedAt: at, amount, ...told } = event.data;
  const known = knownPayout({ provider: told.provider, reference }, view);
  const payout: PayoutJson = {
    ...told,
    reference,
    amount: amount.toJSON(),
    told: 'events',
    at: known?.at ?? at,
    opened: known?.opened ?? opened,
  };
  settle(addedOf(payout), view);
}

/** PayPal tells of payouts in no other way than by a line of its books. */
export function recordPayoutLine(line: SettlementLine, view: View, recorded: RecordedEvent): void {
  const known = knownPayout(line, view);
  if (known?.told === 'events') return;
  const opened = recorded.position.commit.toString();
  if (line.amount.minorUnits < 0n) settle(addedOf(sentBy(line, known, opened)), view);
  else if (known) settle(addedOf({ ...known, status: 'failed' }), view);
}

function sentBy(line: SettlementLine, known: PayoutJson | null, opened: string): PayoutJson {
  const { provider, reference, amount, at } = line;
  return {
    ...{ provider, reference, status: 'in-transit', told: 'lines', arrivesAt: null },
    amount: amount.negated().toJSON(),
    at: known?.at ?? at,
    opened: known?.opened ?? opened,
  };
}

function addedOf(payout: PayoutJson): Added {
  return { payouts: [payout], bankLines: [], references: referencesOfPayout(payout) };
}

function knownPayout(
  name: Pick<PayoutJson, 'provider' | 'reference'>,
  view: View,
): PayoutJson | null {
  const payoutId = payoutIdOf(name);
  const groups = groupsAt(referencesOfPayout(name), view).flatMap(
    (groupId) => view.find(BankGroup, { groupId }) ?? [],
  );
  const payouts = groups.flatMap((group) => group.payouts);
  return payouts.find((payout) => payoutIdOf(payout) === payoutId) ?? null;
}

function bankLineOf(
  { data }: BankLineRecorded,
  { stream }: RecordedEvent,
  opened: string,
): BankLineJson {
  const { amount, bookedOn, bankReference } = data;
  return {
    key: lineKeyOf(stream, data),
    references: bankReferencesOf(data),
    amount: amount.toJSON(),
    ...{ bookedOn, bankReference, opened },
  };
}

/** Joins what was told, and writes for each member of its group what it is now. */
function settle(added: Added, view: View): void {
  const group = joinGroups(added, view);
  const fresh = findingsOfGroup(group, -Infinity);
  const last = findingsOfGroup(group, Infinity);
  const dueAt = latest(group.payouts.map(bankedBy));
  for (const payout of group.payouts) {
    const id = payoutIdOf(payout);
    const [before, after] = [findingOf(fresh, id), findingOf(last, id)];
    view.put(ReconciliationPayout, {
      ...rowOfPayout(payout, group),
      freshBankStatus: before.status,
      bankStatus: after.status,
      dueAt,
    });
    const since = new Date(payout.arrivesAt ?? payout.at);
    const named = payoutKeyOf(payout);
    mark(named, { id, fresh: before, last: after, dueAt, since, opened: payout.opened }, view);
  }
  for (const line of group.bankLines) {
    const id = bankLineIdOf(line);
    const after = findingOf(last, id);
    view.put(ReconciliationBankLine, { ...rowOfLine(line, group), bankStatus: after.status });
    const at = new Date(`${line.bookedOn}T00:00:00.000Z`);
    const before = findingOf(fresh, id);
    const when = { dueAt: at, since: at, opened: line.opened };
    mark(bankLineKeyOf(line), { id, fresh: before, last: after, ...when }, view);
  }
}

type Marked = {
  readonly id: string;
  readonly fresh: Finding;
  readonly last: Finding;
  readonly dueAt: Date;
  readonly since: Date;
  readonly opened: string;
};

/** A finding about several is the exception of the first of them, and of no other. */
function mark(key: ExceptionKey, { id, fresh, last, dueAt, since, opened }: Marked, view: View) {
  const position = { commit: BigInt(opened), prepare: BigInt(opened) };
  const row = view.find(ReconciliationMatch, key) ?? emptyRow(key, position);
  const leads = (finding: Finding) => [...finding.ours, ...finding.theirs][0] === id;
  const excepted = exceptedBy(leads(fresh) ? [fresh] : [], leads(last) ? [last] : []);
  view.put(ReconciliationMatch, {
    ...row,
    status: 'booked',
    overdue: 'booked',
    ...excepted,
    movedAt: since,
    dueAt,
  });
}

function findingOf(findings: readonly Finding[], id: string): Finding {
  const finding = findings.find(({ ours, theirs }) => ours.includes(id) || theirs.includes(id));
  if (!finding) throw new RangeError(`no finding is about ${id}`);
  return finding;
}

function latest(times: readonly Date[]): Date {
  return new Date(Math.max(0, ...times.map((time) => time.getTime())));
}

function rowOfPayout(payout: PayoutJson, { groupId }: Plain<BankGroup>) {
  const { provider, reference, amount, status, arrivesAt, at, opened } = payout;
  return {
    payoutId: payoutIdOf(payout),
    ...{ provider, reference, status, groupId, opened },
    amount: amount.amount,
    currency: amount.currency,
    arrivesAt: arrivesAt === null ? null : new Date(arrivesAt),
    madeAt: new Date(at),
  };
}

function rowOfLine(line: BankLineJson, { groupId }: Plain<BankGroup>) {
  const { key, amount, bookedOn, bankReference, opened } = line;
  const money = { amount: amount.amount, currency: amount.currency };
  return { key, ...money, bookedOn, bankReference, groupId, opened };
}
