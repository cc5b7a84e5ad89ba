import { setTimeout as sleep } from 'node:timers/promises';
import { UnknownEvent } from '#event-shapes';
import {
  AUDIT_STREAM,
  eventLeafHash,
  InvalidNote,
  openCheckpoint,
  sameHash,
  signCheckpoint,
  upcastAudit,
  type Checkpoint,
} from '#audit';
import {
  StoreDiverged,
  type EventLog,
  type EventStore,
  type Position,
  type StoredEvent,
} from '#event-store';
import type { Clock, Logger } from '#platform';
import { Finding } from './finding.js';
import { HeadStream, type KeptHead } from './head-stream.js';
import type { SigningKeys } from './signing-keys.js';
import type { NewLeaf, TreeFile } from './tree-file.js';
import type { WitnessFolder } from './witness-folder.js';

const POLL_MS = 500;
const AWAY_MS = 2_000;
/** The only event behind a head is that head itself. */
const OWN_LEAVES = 1;

export type AuditLogOptions = {
  readonly eventStore: EventStore & EventLog;
  readonly tree: TreeFile;
  readonly keys: SigningKeys;
  readonly witness: WitnessFolder | null;
  readonly headIntervalMs: number;
  readonly clock: Clock;
  readonly logger: Logger;
};

/**
 * Follows the whole store, keeps its tree, and signs heads. What it finds to differ from a head, or
 * from what it has read before, stops it for good: a person decides.
 */
export class AuditLog {
  readonly heads: HeadStream;
  /** What an earlier process found; nothing is signed until a new look finds all well. */
  earlierFinding: Finding | null = null;
  #finding: Finding | null = null;
  #trouble: string | null = 'the event store was not read yet';
  #lastHead: KeptHead | null = null;
  #readToEndMs: number | null = null;
  #work: Promise<unknown> = Promise.resolve();
  #running: Promise<void> = Promise.resolve();
  #isCompared = false;
  readonly #stopping = new AbortController();

  constructor(private readonly options: AuditLogOptions) {
    this.heads = new HeadStream(options.eventStore);
  }

  get log(): EventLog {
    return this.options.eventStore;
  }

  get tree(): TreeFile {
    return this.options.tree;
  }

  get keys(): SigningKeys {
    return this.options.keys;
  }

  /** What shows that the store is not what it was; null when nothing does. */
  get finding(): Finding | null {
    return this.#finding ?? this.earlierFinding;
  }

  /** Why events are not read or heads not signed now, in one sentence. */
  get trouble(): string | null {
    return this.#trouble;
  }

  get lastHead(): KeptHead | null {
    return this.#lastHead;
  }

  /** When the store was last read to its end; null before the first time. */
  get readToEndMs(): number | null {
    return this.#readToEndMs;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
    await this.#work.catch(() => undefined);
    await this.tree.close();
  }

  /** Marks the store as changed, as a comparison with the tree has shown. */
  report(finding: Finding): void {
    this.#finding ??= finding;
    this.options.logger.error({ finding: finding.message }, 'the event store was changed');
  }

  /** Reads to the end and signs a head, unless the last one still says all. @throws Finding */
  sign(): Promise<KeptHead | null> {
    return this.#queued(async () => {
      if (this.earlierFinding) throw this.earlierFinding;
      try {
        await this.#catchUp();
        this.#stopping.signal.throwIfAborted();
        return await this.#sign();
      } catch (error) {
        // No later turn would find it: the leaves that show it are in the tree by now.
        if (error instanceof Finding && this.#finding === null) this.report(error);
        throw error;
      }
    });
  }

  async #sign(): Promise<KeptHead | null> {
    const { tree, keys, witness, clock } = this.options;
    const last = await this.heads.latest();
    // One that the witness could not take is brought there before another one is signed.
    if (last) await witness?.keep(last.size, last.note);
    if (last && tree.size <= last.size + OWN_LEAVES) return (this.#lastHead = last);
    if (tree.size === 0) return null;
    const { origin, signers } = keys;
    const root = tree.rootAt(tree.size);
    const checkpoint = { origin, size: tree.size, root, extensions: [] };
    const head: KeptHead = {
      origin,
      size: tree.size,
      rootHash: root.toString('base64'),
      note: signCheckpoint(checkpoint, ...signers),
      signedAt: clock.nowIso,
    };
    await this.heads.append(head);
    await witness?.keep(head.size, head.note);
    return (this.#lastHead = head);
  }

  /** Takes in all there is, and once compares it with every head. @throws Finding */
  async #catchUp(): Promise<void> {
    await this.#readOn();
    // A tree that was not read to its end has less than a head for a reason of its own.
    if (this.#isCompared || this.#stopping.signal.aborted) return;
    await this.#compareHeads();
    this.#isCompared = true;
  }

  async #readOn(): Promise<void> {
    if (this.#finding) throw this.#finding;
    const { tree, eventStore, clock } = this.options;
    const { size } = tree;
    const from = size === 0 ? 'start' : tree.positionOf(size - 1);
    let isFirst = size > 0;
    for await (const events of storedFrom(eventStore, from)) {
      const news = isFirst ? behindKnown(events, tree) : events;
      isFirst = false;
      await this.#take(news);
      if (this.#stopping.signal.aborted) return;
    }
    if (isFirst)
      throw new Finding('events-missing', `the event store ends before leaf ${size - 1}`);
    this.#readToEndMs = clock.nowMs;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted && this.#finding === null) {
      const waitMs = await this.#queued(() => this.#turn());
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** @returns how long to wait before the next one. */
  async #turn(): Promise<number> {
    try {
      await this.#catchUp();
      if (this.#isCompared && this.earlierFinding === null && this.#isHeadDue()) await this.#sign();
      this.#trouble = null;
      return POLL_MS;
    } catch (error) {
      if (error instanceof Finding) this.report(error);
      else this.options.logger.warn({ err: error }, 'the audit tree cannot go on');
      this.#trouble = (error as Error).message;
      return AWAY_MS;
    }
  }

  #isHeadDue(): boolean {
    const { clock, headIntervalMs } = this.options;
    const last = this.#lastHead;
    return last === null || clock.nowMs - Date.parse(last.signedAt) >= headIntervalMs;
  }

  /** All heads that were ever signed, here and at the witness, against the tree. @throws Finding */
  async #compareHeads(): Promise<void> {
    const { witness } = this.options;
    for await (const head of this.heads.all()) {
      this.#compare(head.note);
      this.#lastHead = head;
    }
    const kept = (await witness?.notes()) ?? [];
    for (const note of kept) this.#compare(note);
    for await (const { size, note } of this.heads.all()) await witness?.keep(size, note);
  }

  #compare(note: string): Checkpoint {
    const { tree, keys } = this.options;
    const checkpoint = this.#ours(note, keys);
    const { size, root } = checkpoint;
    if (size > tree.size) {
      throw new Finding(
        'events-missing',
        `a signed head has ${size} events, and the event store ${tree.size}`,
      );
    }
    if (!sameHash(tree.rootAt(size), root)) {
      throw new Finding(
        'events-changed',
        `the first ${size} events are not those of a signed head`,
      );
    }
    return checkpoint;
  }

  #ours(note: string, { origin, known }: SigningKeys): Checkpoint {
    try {
      return openCheckpoint(note, { origin, keys: known });
    } catch (error) {
      if (!(error instanceof InvalidNote)) throw error;
      throw new Finding('head-foreign', `a head is not of this log: ${error.message}`);
    }
  }

  async #take(events: readonly StoredEvent[]): Promise<void> {
    if (events.length === 0) return;
    const notes = events.filter(({ stream }) => stream === AUDIT_STREAM).map(noteOf);
    await this.tree.add(events.map(leafOf));
    for (const note of notes) this.#compare(note);
  }

  /** One thing at a time changes the tree. */
  #queued<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#work.then(work, work);
    this.#work = next;
    return next;
  }
}

function leafOf(event: StoredEvent): NewLeaf {
  return { id: event.id, position: event.position, hash: eventLeafHash(event) };
}

/** The events behind the last leaf, which must be the first of them. @throws Finding */
function behindKnown(events: readonly StoredEvent[], tree: TreeFile): readonly StoredEvent[] {
  const [first, ...rest] = events;
  const index = tree.size - 1;
  if (first && sameHash(eventLeafHash(first), tree.nodes(0, index))) return rest;
  throw new Finding('events-changed', `the event store has another event at leaf ${index}`);
}

/** @throws Finding when the store does not reach a position that it gave out. */
async function* storedFrom(log: EventLog, from: Position | 'start') {
  try {
    yield* log.readStored(from);
  } catch (error) {
    if (!(error instanceof StoreDiverged)) throw error;
    throw new Finding('events-missing', error.message);
  }
}

/** @throws Finding when an event of the heads' stream is no head. */
function noteOf({ type, data }: StoredEvent): string {
  try {
    return upcastAudit(type, JSON.parse(Buffer.from(data).toString())).data.note;
  } catch (error) {
    if (!(error instanceof UnknownEvent || error instanceof SyntaxError)) throw error;
    throw new Finding('head-foreign', `an event of ${AUDIT_STREAM} is no head: ${error.message}`);
  }
}
