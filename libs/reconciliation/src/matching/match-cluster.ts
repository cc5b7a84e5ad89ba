import { Clusters } from './clusters.js';
import type { Finding } from './finding.js';
import type { LedgerItem, ProviderItem } from './item.js';
import { judge, type Judging, type Met } from './judge.js';
import { judgeOurs, judgeTheirs } from './left-over.js';
import { meet, type Meeting, type Sides } from './meet.js';

type Item = LedgerItem | ProviderItem;
type Open = { ours: LedgerItem[]; theirs: ProviderItem[] };

type IdRule = Meeting & { readonly keysOf: (item: Item) => readonly string[] };

/** The ids that may bring sides together, the strongest first; what met is not asked again. */
const ID_RULES: readonly IdRule[] = [
  { rule: 'provider-id', isExact: true, keysOf: ({ reference }) => [reference] },
  {
    rule: 'linked-id',
    isExact: false,
    keysOf: ({ reference, links }) => (links.length === 0 ? [reference] : [reference, ...links]),
  },
  { rule: 'our-id', isExact: true, keysOf: ({ ourIds }) => ourIds },
  {
    rule: 'payment-id',
    isExact: false,
    keysOf: ({ paymentId }) => (paymentId === null ? [] : [paymentId]),
  },
];

/** Items of different scopes never meet. */
export function scopeOf({ provider, kind }: Item): string {
  return `${provider} ${kind}`;
}

/** All ids by which an item may meet another, each with the rule that it belongs to. */
export function clusterKeysOf(item: Item): readonly string[] {
  const { reference, links, ourIds, paymentId } = item;
  const keys = [reference, ...links, ...ourIds];
  return paymentId === null ? keys : [...keys, paymentId];
}

/** Judges all items of one scope that share ids, through others too. */
export function matchCluster({ ours, theirs }: Sides, judging: Judging): Finding[] {
  const [only, line] = [ours[0], theirs[0]];
  if (ours.length === 1 && theirs.length === 1 && only?.reference === line?.reference) {
    return [judge({ ours, theirs, rule: 'provider-id', rejected: [], rejectedCount: 0 }, judging)];
  }
  const met: Met[] = [];
  const aside: Open = { ours: [], theirs: [] };
  let open: Sides = { ours, theirs };
  for (const rule of ID_RULES) {
    const next: Open = { ours: [], theirs: [] };
    for (const group of groupsOf(open, rule)) {
      const result = meet(group, rule);
      met.push(...result.met);
      // What the provider's own id has brought to its like is looked for nowhere else.
      const into = rule.rule === 'provider-id' && result.met.length > 0 ? aside : next;
      into.ours.push(...result.left.ours);
      into.theirs.push(...result.left.theirs);
    }
    open = next;
  }
  const rest: Sides = {
    ours: [...aside.ours, ...open.ours],
    theirs: [...aside.theirs, ...open.theirs],
  };
  return [...met.map((each) => judge(each, judging)), ...leftOver(rest, met, judging)];
}

function groupsOf(open: Sides, { keysOf }: IdRule): Sides[] {
  const clusters = new Clusters();
  const items = [...open.ours, ...open.theirs];
  for (const item of items) clusters.add('', keysOf(item));
  return [...clusters.groups()].map((group) => sidesOf(group, open));
}

/** Splits indices into both sides; those of ours come first. */
export function sidesOf(group: readonly number[], { ours, theirs }: Sides): Sides {
  const sides: Open = { ours: [], theirs: [] };
  for (const index of group) {
    const [mine, line] = [ours[index], theirs[index - ours.length]];
    if (mine) sides.ours.push(mine);
    else if (line) sides.theirs.push(line);
  }
  return sides;
}

function leftOver({ ours, theirs }: Sides, met: readonly Met[], judging: Judging): Finding[] {
  if (ours.length === 0 && theirs.length === 0) return [];
  const known = new Map<string, Known>();
  for (const each of met) {
    for (const item of each.ours) knownOf(item, known).metOurs.push(item);
    for (const line of each.theirs) knownOf(line, known).metTheirs.push(line);
  }
  return [
    ...ours.map((item) => judgeOurs(item, knownOf(item, known), judging)),
    ...theirs.map((line) => judgeTheirs(line, knownOf(line, known), judging)),
  ];
}

type Known = { metOurs: LedgerItem[]; metTheirs: ProviderItem[] };

function knownOf({ reference }: Item, known: Map<string, Known>): Known {
  let found = known.get(reference);
  if (!found) known.set(reference, (found = { metOurs: [], metTheirs: [] }));
  return found;
}
