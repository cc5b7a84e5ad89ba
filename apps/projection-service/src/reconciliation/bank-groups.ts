import { rowsOf, type Plain, type Read, type View } from '#projections';
import { bankLineIdOf, payoutIdOf } from './bank-items.js';
import { BankGroup, BankReference, type BankLineJson, type PayoutJson } from './bank-leg.entity.js';
import { ReconciliationMatch } from './reconciliation.entity.js';

type Group = Plain<BankGroup>;
type Finder = Pick<View, 'find'>;

/** A word that so many lines have and no payout is named by is no name. */
const GROUPS_MAX = 50;

/** What one event adds to the groups. */
export type Added = {
  readonly payouts: readonly PayoutJson[];
  readonly bankLines: readonly BankLineJson[];
  readonly references: readonly string[];
};

export function readsOfGroups(references: readonly string[]): Read[] {
  return references.map((reference) => rowsOf(BankReference, 'reference', reference));
}

/** The groups that references lead to, all references of these, and the rows of their members. */
export function followsOfGroups(references: readonly string[], view: Finder): Read[] {
  const groups = groupsAt(references, view);
  return groups.flatMap((groupId) => {
    const known = view.find(BankGroup, { groupId });
    const own = rowsOf(BankGroup, 'groupId', groupId);
    if (!known) return [own];
    return [own, ...readsOfGroups(known.references), ...membersOf(known).map(rowsOfMember)];
  });
}

function membersOf({ payouts, bankLines }: Pick<Group, 'payouts' | 'bankLines'>): string[] {
  return [...payouts.map(({ reference }) => reference), ...bankLines.map(({ key }) => key)];
}

export function rowsOfMember(reference: string): Read {
  return rowsOf(ReconciliationMatch, 'reference', reference);
}

export function groupsAt(references: readonly string[], view: Finder): string[] {
  const rows = references.map((reference) => view.find(BankReference, { reference }));
  return [...new Set(rows.flatMap((row) => row?.groupIds ?? []))].sort();
}

/**
 * Adds a payout or a line to the group of what shares a reference with it. Only a payout's own
 * references join, so that what our bank writes on every line joins nothing.
 */
export function joinGroups(added: Added, view: View): Group {
  const names = added.payouts.length > 0;
  const rows = added.references.map((reference) => referenceIn(view, reference));
  const joining = rows.filter(({ isNamed }) => names || isNamed);
  const ids = [...new Set(joining.flatMap(({ groupIds }) => groupIds))].sort();
  const parts = ids.flatMap((groupId) => view.find(BankGroup, { groupId }) ?? []);
  const group = merged(parts, added);
  for (const { groupId } of parts) {
    if (groupId !== group.groupId) view.put(BankGroup, { ...EMPTY, groupId });
  }
  view.put(BankGroup, group);
  for (const reference of group.references) {
    const row = referenceIn(view, reference);
    const isNamed = row.isNamed || (names && added.references.includes(reference));
    view.put(BankReference, { ...row, isNamed, groupIds: leadingTo(group, ids, row, isNamed) });
  }
  return group;
}

const EMPTY = { payouts: [], bankLines: [], references: [] };

function referenceIn(view: View, reference: string): Plain<BankReference> {
  return view.find(BankReference, { reference }) ?? { reference, isNamed: false, groupIds: [] };
}

function merged(parts: readonly Group[], added: Added): Group {
  const payouts = new Map<string, PayoutJson>();
  const lines = new Map<string, BankLineJson>();
  for (const part of [...parts, added]) {
    for (const payout of part.payouts) payouts.set(payoutIdOf(payout), payout);
    for (const line of part.bankLines) lines.set(bankLineIdOf(line), line);
  }
  const ids = [...payouts.keys(), ...lines.keys()].sort();
  const references = new Set([...parts, added].flatMap((part) => part.references));
  return {
    groupId: ids[0] ?? '',
    payouts: sorted(payouts),
    bankLines: sorted(lines),
    references: [...references].sort(),
  };
}

function sorted<Value>(byId: ReadonlyMap<string, Value>): Value[] {
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

function leadingTo(
  { groupId }: Group,
  absorbed: readonly string[],
  { groupIds }: Plain<BankReference>,
  isNamed: boolean,
): readonly string[] {
  if (isNamed) return [groupId];
  const others = groupIds.filter((id) => id !== groupId && !absorbed.includes(id));
  if (others.length >= GROUPS_MAX) return others;
  return [...others, groupId].sort();
}
