import { reconcile, RULE_SET, type FindingStatus } from '#reconciliation';
import { LARGE_BOOKS_NOW_MS, largeBooks } from './large-books.js';

/**
 * Matches books of one size in a process of its own, so that its memory is that of this size alone.
 * Books of ten thousand come first and are not counted: a short run would measure the compiler.
 */
const SIZE = Number(process.argv[2]);
const WARM_UP = 10_000;

export type ReconciliationFigures = {
  readonly lines: number;
  readonly events: number;
  readonly seconds: number;
  readonly cpu_seconds: number;
  /** Of these, what making both books up took, as often as they are read. */
  readonly making_seconds: number;
  readonly peak_rss_mb: number;
  readonly found: Partial<Record<FindingStatus, number>>;
};

match(WARM_UP);
process.stdout.write(`${JSON.stringify(match(SIZE))}\n`);

/** @throws Error when anything else is found than what there is. */
function match(size: number): ReconciliationFigures {
  const { ours, theirs, expected } = largeBooks(size);
  const makingMs = performance.now();
  const [events, lines] = [countOf(ours), countOf(theirs)];
  const making_seconds = rounded((2 * (performance.now() - makingMs)) / 1000);
  const found: Partial<Record<FindingStatus, number>> = {};
  const cpu = process.cpuUsage();
  const startedMs = performance.now();
  reconcile({ ours, theirs }, { rules: RULE_SET, now: LARGE_BOOKS_NOW_MS }, ({ status }) => {
    found[status] = (found[status] ?? 0) + 1;
  });
  const seconds = rounded((performance.now() - startedMs) / 1000);
  const { user, system } = process.cpuUsage(cpu);
  const [told, known] = [textOf(found), textOf(expected)];
  if (told !== known) throw new Error(`found ${told} where there is ${known}`);
  const cpu_seconds = rounded((user + system) / 1e6);
  const peak_rss_mb = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  return { lines, events, seconds, cpu_seconds, making_seconds, peak_rss_mb, found };
}

function countOf(items: Iterable<unknown>): number {
  let count = 0;
  for (const item of items) if (item !== undefined) count += 1;
  return count;
}

function textOf(counts: Partial<Record<FindingStatus, number>>): string {
  return JSON.stringify(Object.entries(counts).sort());
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
