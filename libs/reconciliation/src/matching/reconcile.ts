import type { Finding } from './finding.js';
import { HashedClusters } from './hashed-clusters.js';
import type { LedgerItem, ProviderItem } from './item.js';
import type { Judging } from './judge.js';
import { clusterKeysOf, matchCluster, scopeOf } from './match-cluster.js';
import type { Sides } from './meet.js';
import { suggestionsFor } from './suggest.js';

/** Two books that can be read twice, and say the same both times. */
export type ReadableBooks = {
  readonly ours: Iterable<LedgerItem>;
  readonly theirs: Iterable<ProviderItem>;
};

type Open = { readonly ours: LedgerItem[]; readonly theirs: ProviderItem[] };

/**
 * Compares our events with the provider's lines. Each item is in one finding; the same items give
 * the same findings, in any order in which they come. Ids are unique in each book.
 *
 * Books are read twice and in turns: once for their ids, once to judge. An item is kept only until
 * all that its ids lead to have come, or because nothing met it, so books in a similar order need
 * little memory, however long they are.
 *
 * @param emit takes findings as they are found, in no order that says anything.
 * @throws RangeError when the books are not the same at the second time.
 */
export function reconcile(
  books: ReadableBooks,
  judging: Judging,
  emit: (finding: Finding) => void,
): void {
  const clusters = new HashedClusters();
  const note = (item: LedgerItem | ProviderItem): void =>
    clusters.add(scopeOf(item), clusterKeysOf(item));
  readInTurns(books, { ours: note, theirs: note });
  const waiting = new Waiting(clusters.roots());
  const alone: Alone = { findings: [], ours: [], theirs: [] };
  const judgeAll = (sides: Sides | null): void => {
    if (sides === null) return;
    for (const finding of matchCluster(sides, judging)) {
      if (finding.certificate !== null || !MAY_BELONG.has(finding.status)) emit(finding);
      else keep(finding, sides, alone);
    }
  };
  readInTurns(books, {
    ours: (item) => judgeAll(waiting.add('ours', item)),
    theirs: (line) => judgeAll(waiting.add('theirs', line)),
  });
  if (!waiting.isDone) throw new RangeError('the books have changed while they were read');
  const suggestions = suggestionsFor(alone, judging.rules);
  for (const finding of alone.findings) {
    const [id = ''] = finding.ours.length > 0 ? finding.ours : finding.theirs;
    emit({ ...finding, suggestions: suggestions.get(id) ?? [] });
  }
}

/** What has no other side and may have one under another id. */
const MAY_BELONG: ReadonlySet<string> = new Set([
  'missing-at-provider',
  'missing-internally',
  'duplicate-internally',
  'duplicate-at-provider',
  'orphan-reversal',
]);

type Alone = Open & { readonly findings: Finding[] };

function keep(finding: Finding, { ours, theirs }: Sides, alone: Alone): void {
  alone.findings.push(finding);
  const [mine, line] = [finding.ours[0], finding.theirs[0]];
  if (mine !== undefined) alone.ours.push(...ours.filter(({ id }) => id === mine));
  if (line !== undefined) alone.theirs.push(...theirs.filter(({ id }) => id === line));
}

/** Items whose cluster has not come whole yet. */
class Waiting {
  readonly #open = new Map<number, Open>();
  /** By root, how many are still to come. */
  readonly #missing: Int32Array;
  #next = 0;

  constructor(private readonly roots: Int32Array) {
    this.#missing = new Int32Array(roots.length);
    for (const root of roots) this.#missing[root] = (this.#missing[root] ?? 0) + 1;
  }

  get isDone(): boolean {
    return this.#next === this.roots.length;
  }

  /** @returns its cluster once that is whole. */
  add(side: 'ours', item: LedgerItem): Sides | null;
  add(side: 'theirs', item: ProviderItem): Sides | null;
  add(side: keyof Open, item: LedgerItem | ProviderItem): Sides | null {
    const root = this.roots[this.#next];
    this.#next += 1;
    if (root === undefined) return null;
    const open = this.#open.get(root) ?? { ours: [], theirs: [] };
    (open[side] as (LedgerItem | ProviderItem)[]).push(item);
    const missing = (this.#missing[root] ?? 0) - 1;
    this.#missing[root] = missing;
    if (missing > 0) this.#open.set(root, open);
    else this.#open.delete(root);
    return missing > 0 ? null : open;
  }
}

/** One of each in turn, since books are mostly in order of time; then what the longer one has. */
function readInTurns(
  books: ReadableBooks,
  to: { ours: (item: LedgerItem) => void; theirs: (line: ProviderItem) => void },
): void {
  const [ours, theirs] = [books.ours[Symbol.iterator](), books.theirs[Symbol.iterator]()];
  for (;;) {
    const [item, line] = [ours.next(), theirs.next()];
    if (item.done !== true) to.ours(item.value);
    if (line.done !== true) to.theirs(line.value);
    if (item.done === true && line.done === true) return;
  }
}
