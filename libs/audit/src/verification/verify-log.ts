import type { Checkpoint } from '../head/checkpoint.js';
import { AUDIT_STREAM } from '../head/head-event.js';
import { eventLeafHash, type LeafEvent } from '../event/leaf.js';
import { sameHash } from '../tree/hashes.js';
import { RightEdge } from '../tree/right-edge.js';
import type { GoodHead, LogUnderAudit } from './log-under-audit.js';
import { locate, type Difference } from './locate.js';

type Position = LeafEvent['position'];

export type LogVerification = {
  readonly events: number;
  readonly headEvents: number;
  /** Heads of the sizes that were compared and fit. */
  readonly headsVerified: number;
  /** Events behind the largest head: no signature says anything of them yet. */
  readonly unsigned: number;
  readonly root: Buffer;
  readonly difference: Difference | null;
};

/**
 * Reads the whole log once and compares its root with every head's where the head ends. That all
 * of them are roots of one growing tree also shows that they are consistent with each other.
 */
export async function verifyLog(log: LogUnderAudit): Promise<LogVerification> {
  const pass = new Pass(log);
  const failed = await pass.run();
  const { edge } = pass;
  const known = {
    events: edge.size,
    headEvents: pass.headEvents,
    headsVerified: pass.verified,
    unsigned: Math.max(0, edge.size - (pass.lastGood?.size ?? 0)),
    root: edge.root(),
  };
  if (failed === null) return { ...known, difference: null };
  return { ...known, difference: await locate(log, pass.lastGood, failed) };
}

class Pass {
  readonly edge = new RightEdge();
  verified = 0;
  headEvents = 0;
  lastGood: GoodHead | null = null;
  readonly #heads: readonly Checkpoint[];
  #next = 0;

  constructor(private readonly log: LogUnderAudit) {
    this.#heads = [...log.heads].sort((a, b) => a.size - b.size);
  }

  /** @returns the first head that does not fit; null when all do. */
  async run(): Promise<Checkpoint | null> {
    const atStart = this.#compare(null);
    if (atStart) return atStart;
    for await (const events of this.log.read('start')) {
      for (const event of events) {
        this.edge.push(eventLeafHash(event));
        if (event.stream === AUDIT_STREAM) this.headEvents += 1;
        const failed = this.#compare(event.position);
        if (failed) return failed;
      }
      this.log.onProgress?.(this.edge.size);
    }
    return this.#heads[this.#next] ?? null;
  }

  /** Every head of the size that the tree has now. */
  #compare(last: Position | null): Checkpoint | null {
    for (;;) {
      const head = this.#heads[this.#next];
      if (head === undefined || head.size !== this.edge.size) return null;
      if (!sameHash(this.edge.root(), head.root)) return head;
      this.#next += 1;
      this.verified += 1;
      if (last) this.lastGood = { size: head.size, roots: [...this.edge.roots], last };
    }
  }
}
