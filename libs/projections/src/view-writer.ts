import {
  comparePositions,
  markOf,
  type EventStore,
  type Mark,
  type Position,
  type RecordedEvent,
} from '#event-store';
import { applyAtOnce, isPoison, PoisonEvent, type Target } from './apply.js';
import { moveCheckpoint, readMarkedCheckpoint, type Checkpoint } from './checkpoint.js';
import {
  deleteSetAside,
  readSetAside,
  setAsideOf,
  writeSetAside,
  type SetAside,
} from './set-aside.js';

export type Batch = {
  readonly events: readonly RecordedEvent[];
  /** How far the view is afterwards; not before the last of the events. */
  readonly to: Position;
  /** A later event than these, of others. */
  readonly mark?: Mark;
};

/** A view that cannot apply more than this is broken itself. */
const SET_ASIDE_MAX = 1_000;

/**
 * Writes one view. An event that cannot be applied is set aside, together with what comes after it
 * in its stream, and the view goes on with everything else. What was set aside is tried again with
 * the next event of its stream and with every session, which a mended program begins with.
 */
export class ViewWriter {
  #checkpoint: Checkpoint;
  readonly #aside = new Map<string, SetAside>();

  private constructor(
    private readonly target: Target,
    private readonly store: EventStore,
    private readonly onSetAside: (aside: SetAside) => void,
    checkpoint: Checkpoint,
  ) {
    this.#checkpoint = checkpoint;
  }

  static async open(
    target: Target,
    store: EventStore,
    onSetAside: (aside: SetAside) => void = () => undefined,
  ): Promise<ViewWriter> {
    const { connection, schema } = target;
    const checkpoint = await readMarkedCheckpoint(connection, schema);
    const writer = new ViewWriter(target, store, onSetAside, checkpoint);
    await writer.#readAside();
    return writer;
  }

  get position(): Position {
    return this.#checkpoint.position;
  }

  get mark(): Mark | null {
    return this.#checkpoint.mark;
  }

  get setAside(): number {
    return this.#aside.size;
  }

  /** After other hands have written the view: a rebuild took its place. */
  async reload(): Promise<void> {
    const { connection, schema } = this.target;
    this.#checkpoint = await readMarkedCheckpoint(connection, schema);
    await this.#readAside();
  }

  /**
   * Applies a batch and moves the checkpoint.
   *
   * @throws PoisonEvent when too much would be set aside.
   * @throws CheckpointLost when another process took the view over.
   */
  async apply({ events, to, mark }: Batch): Promise<void> {
    const last = events.at(-1);
    const next = { position: to, mark: mark ?? (last ? markOf(last) : this.mark) };
    const late = new Set(events.map(this.#unitOf).filter((unit) => this.#aside.has(unit)));
    const fresh = late.size === 0 ? events : events.filter((event) => !this.#isAside(event));
    try {
      await this.#move(fresh, next);
    } catch (error) {
      if (!isPoison(error)) throw error;
      await this.#applyEach(fresh, late);
      await this.#move([], next);
    }
    for (const unit of late) await this.#retry(unit);
  }

  /** Tries everything again that was set aside. */
  async retryAll(): Promise<void> {
    for (const unit of [...this.#aside.keys()]) await this.#retry(unit);
  }

  /** Slow, but it finds the events that are to blame. */
  async #applyEach(events: readonly RecordedEvent[], late: Set<string>): Promise<void> {
    for (const event of events) {
      const reached = { position: event.position, mark: markOf(event) };
      if (this.#isAside(event)) {
        late.add(this.#unitOf(event));
        continue;
      }
      try {
        await this.#move([event], reached);
      } catch (error) {
        if (!isPoison(error)) throw error;
        const { projection } = this.target;
        if (this.#aside.size >= SET_ASIDE_MAX) throw new PoisonEvent(projection.name, event, error);
        const cause = { cause: error, waiting: 1 };
        await this.#putAside(setAsideOf(this.#unitOf(event), event, cause), reached);
      }
    }
  }

  async #retry(unit: string): Promise<void> {
    const aside = this.#aside.get(unit);
    const events = aside ? await this.#waitingIn(aside) : [];
    if (events.length === 0) return;
    try {
      await this.#release(unit, events);
    } catch (error) {
      if (!isPoison(error)) throw error;
      await this.#retryEach(unit, events);
    }
  }

  /** As far as it goes; from there on it stays aside. */
  async #retryEach(unit: string, events: readonly RecordedEvent[]): Promise<void> {
    for (const [index, event] of events.entries()) {
      const behind = events[index + 1];
      try {
        if (!behind) await this.#release(unit, [event]);
        else await this.#advance(unit, event, behind, events.length - index - 1);
      } catch (error) {
        if (!isPoison(error)) throw error;
        const cause = { cause: error, waiting: events.length - index };
        await this.#putAside(setAsideOf(unit, event, cause), this.#checkpoint);
        return;
      }
    }
  }

  /** Its events from the first that is not applied up to where the view is. */
  async #waitingIn({ unit, stream, revision }: SetAside): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.read(stream, { from: revision })) {
      if (comparePositions(event.position, this.position) > 0) break;
      if (this.#unitOf(event) !== unit) break;
      events.push(event);
    }
    return events;
  }

  async #move(events: readonly RecordedEvent[], to: Checkpoint): Promise<void> {
    await applyAtOnce(this.target, events, () => this.#moveCheckpoint(to));
    this.#checkpoint = to;
  }

  async #putAside(aside: SetAside, reached: Checkpoint): Promise<void> {
    const { connection, schema } = this.target;
    const known = this.#aside.get(aside.unit);
    await applyAtOnce(this.target, [], async () => {
      await writeSetAside(connection, schema, aside);
      await this.#moveCheckpoint(reached);
    });
    this.#checkpoint = reached;
    this.#aside.set(aside.unit, aside);
    if (known?.revision !== aside.revision) this.onSetAside(aside);
  }

  async #release(unit: string, events: readonly RecordedEvent[]): Promise<void> {
    const { connection, schema } = this.target;
    await applyAtOnce(this.target, events, () => deleteSetAside(connection, schema, unit));
    this.#aside.delete(unit);
  }

  async #advance(
    unit: string,
    event: RecordedEvent,
    behind: RecordedEvent,
    waiting: number,
  ): Promise<void> {
    const { connection, schema } = this.target;
    const aside = setAsideOf(unit, behind, { cause: 'not tried yet', waiting });
    await applyAtOnce(this.target, [event], () => writeSetAside(connection, schema, aside));
    this.#aside.set(unit, aside);
  }

  async #moveCheckpoint(to: Checkpoint): Promise<void> {
    const { connection, schema } = this.target;
    await moveCheckpoint(connection, schema, { from: this.position, to });
  }

  async #readAside(): Promise<void> {
    const { connection, schema } = this.target;
    this.#aside.clear();
    for (const aside of await readSetAside(connection, schema)) this.#aside.set(aside.unit, aside);
  }

  readonly #unitOf = (event: RecordedEvent): string => this.target.projection.unitOf(event);

  #isAside(event: RecordedEvent): boolean {
    return this.#aside.has(this.#unitOf(event));
  }
}
