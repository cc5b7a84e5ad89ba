import { eventLeafHash, type LeafEvent } from '../event/leaf.js';
import type { Checkpoint } from '../head/checkpoint.js';
import { sameHash } from '../tree/hashes.js';
import { RightEdge } from '../tree/right-edge.js';
import type { GoodHead, LogUnderAudit } from './log-under-audit.js';

/** How the log differs from a signed head, as exactly as can be proven. */
export type Difference = {
  readonly kind:
    | 'changed'
    | 'missing'
    | 'inserted'
    | 'moved'
    | 'truncated'
    /** Another head of the same size has another root: the key signed two histories. */
    | 'split'
    /** Somewhere between the two sizes. */
    | 'unlocated';
  /** The head that does not fit. */
  readonly head: Checkpoint;
  /** Up to so many leaves all is as it was signed. */
  readonly soundUpTo: number;
  /** The first leaf that differs; null where that cannot be proven. */
  readonly leaf: number | null;
  /** The event that is there now; null where there is none. */
  readonly event: Pick<LeafEvent, 'stream' | 'revision' | 'id' | 'position' | 'type'> | null;
};

/** Leaves around the difference in which an event that moved is looked for. */
const WINDOW = 4096;

/** Compares leaf by leaf behind the last head that fits. */
export async function locate(
  log: LogUnderAudit,
  good: GoodHead | null,
  head: Checkpoint,
): Promise<Difference> {
  const soundUpTo = good?.size ?? 0;
  if (log.heads.some(({ size, root }) => size === head.size && !sameHash(root, head.root))) {
    return { kind: 'split', head, soundUpTo, leaf: null, event: null };
  }
  const signed = await provenLeaves(log, good, head);
  if (signed === null) {
    const [event = null] = await eventsBehind(log, good, 1);
    return { kind: 'unlocated', head, soundUpTo, leaf: null, event };
  }
  const at = await firstDifferent(log, good, signed);
  const leaf = soundUpTo + at.index;
  const [event = null] = at.ahead;
  return { kind: kindOf(at, signed), head, soundUpTo, leaf, event };
}

/** The leaves behind the good head, if the failed head's root follows from them. */
async function provenLeaves(
  { leaves }: LogUnderAudit,
  good: GoodHead | null,
  head: Checkpoint,
): Promise<readonly Buffer[] | null> {
  const from = good?.size ?? 0;
  const kept = await leaves?.(from, head.size);
  if (kept?.length !== head.size - from) return null;
  const edge = RightEdge.of(from, good?.roots ?? []);
  for (const leaf of kept) edge.push(leaf);
  return sameHash(edge.root(), head.root) ? kept : null;
}

type Place = { readonly index: number; readonly ahead: readonly LeafEvent[] };

async function firstDifferent(
  log: LogUnderAudit,
  good: GoodHead | null,
  signed: readonly Buffer[],
): Promise<Place> {
  let index = 0;
  const ahead: LeafEvent[] = [];
  for await (const event of behind(log, good)) {
    const leaf = signed[index];
    const isSame = leaf !== undefined && sameHash(leaf, eventLeafHash(event));
    if (ahead.length === 0 && isSame) {
      index += 1;
      continue;
    }
    ahead.push(copyOf(event));
    if (ahead.length >= WINDOW) break;
  }
  return { index, ahead };
}

function kindOf({ index, ahead }: Place, signed: readonly Buffer[]): Difference['kind'] {
  const [here, ...later] = ahead;
  if (here === undefined) return 'truncated';
  const [first, ...wanted] = signed.slice(index, index + WINDOW);
  const isLater = wanted.some((leaf) => mayBe(here, leaf));
  const isStillThere = first !== undefined && later.some((event) => mayBe(event, first));
  if (isLater && isStillThere) return 'moved';
  if (isLater) return 'missing';
  return isStillThere ? 'inserted' : 'changed';
}

/** Whether the leaf is of this event, where it stands now or one place before or behind. */
function mayBe(event: LeafEvent, leaf: Buffer): boolean {
  return placesAround(event).some((place) => sameHash(eventLeafHash({ ...event, ...place }), leaf));
}

function placesAround({ revision, position: { commit, prepare } }: LeafEvent) {
  const shifted = [-1n, 1n].flatMap((by) => {
    const position = { commit: commit + by, prepare: prepare + by };
    return [
      { revision, position },
      { revision: revision + by, position },
    ];
  });
  return [{ revision, position: { commit, prepare } }, ...shifted];
}

async function eventsBehind(
  log: LogUnderAudit,
  good: GoodHead | null,
  count: number,
): Promise<LeafEvent[]> {
  const events: LeafEvent[] = [];
  for await (const event of behind(log, good)) {
    events.push(copyOf(event));
    if (events.length === count) break;
  }
  return events;
}

async function* behind(log: LogUnderAudit, good: GoodHead | null): AsyncGenerator<LeafEvent> {
  let isKnown = good !== null;
  for await (const events of log.read(good?.last ?? 'start')) {
    for (const event of events) {
      if (!isKnown) yield event;
      isKnown = false;
    }
  }
}

/** A batch's bytes do not hold beyond it. */
function copyOf(event: LeafEvent): LeafEvent {
  return { ...event, data: Uint8Array.from(event.data), metadata: Uint8Array.from(event.metadata) };
}
