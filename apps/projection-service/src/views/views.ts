import type { DataSource } from 'typeorm';
import { type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { EventStore } from '#event-store';
import {
  comparePositions,
  EventStoreUnavailable,
  formatPosition,
  parsePosition,
  StoreDiverged,
} from '#event-store';
import type { Clock } from '#platform';
import { Problem } from '#platform';
import {
  digestOfView,
  newestPosition,
  ProjectionRunner,
  reach,
  readCheckpoint,
  readView,
  schemaOf,
  setAsideBy,
  streamView,
  type CheckedProjection,
  type Digest,
  type Plain,
  type RunnerState,
  type SetAside,
} from '#projections';
import { Digests } from './digests.js';
import { VIEW_NAMES, type Projections, type ViewName } from './names.js';
import type { PositionQuery } from './position.request.js';

export type Answered<Result> = { readonly result: Result; readonly position: string };

/** `lagMs` is null when the event store is away. */
export type Progress = {
  readonly position: string;
  readonly caughtUp: boolean;
  readonly lagMs: number | null;
};

/** Called when something happens to a view. */
export type ViewEvents = {
  readonly onState: (name: ViewName, state: RunnerState) => void;
  readonly onSetAside: (name: ViewName, aside: SetAside) => void;
};

/** The views this process builds and answers for. */
export class Views {
  /** Rows that were not what the events say, by view, once it was compared; also if mended. */
  readonly drift = new Map<string, number>();
  readonly #runners = new Map<ViewName, ProjectionRunner>();
  readonly #digests = new Digests<Answered<Digest>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly projections: Projections,
  ) {}

  get names(): ViewName[] {
    return [...this.#runners.keys()];
  }

  start(names: readonly ViewName[], { onState, onSetAside }: ViewEvents): void {
    const { dataSource, store, projections } = this;
    for (const name of names) {
      const runner = new ProjectionRunner(projections[name], {
        dataSource,
        store,
        onState: (state) => onState(name, state),
        onSetAside: (aside) => onSetAside(name, aside),
      });
      this.#runners.set(name, runner);
      runner.start();
    }
  }

  /** Finishes the transactions at hand. */
  async stop(): Promise<void> {
    await Promise.all([...this.#runners.values()].map((runner) => runner.stop()));
  }

  /**
   * Reads a view no older than the caller asks for.
   *
   * @throws Problem `position-not-reached` when it does not get there in the caller's time.
   */
  async read<Result>(
    name: ViewName,
    query: PositionQuery,
    read: (manager: EntityManager) => Promise<Result>,
  ): Promise<Answered<Result>> {
    await this.#reach(name, query);
    const answer = await readView(this.dataSource, this.projections[name].name, read);
    return { result: answer.result, position: formatPosition(answer.position) };
  }

  /**
   * Reads any number of rows of a view as of one position, as fast as they are taken.
   *
   * @throws Problem `position-not-reached` likewise.
   */
  async stream<Row extends object>(
    name: ViewName,
    query: PositionQuery,
    select: (manager: EntityManager) => SelectQueryBuilder<Row>,
  ): Promise<Answered<AsyncIterableIterator<readonly Plain<Row>[]>>> {
    await this.#reach(name, query);
    const answer = await streamView(this.dataSource, this.projections[name].name, select);
    return { result: answer.result, position: formatPosition(answer.position) };
  }

  async #reach(name: ViewName, { minPosition, waitMs }: PositionQuery): Promise<void> {
    if (minPosition === undefined) return;
    const position = parsePosition(minPosition);
    const reached = await reach(this.dataSource, this.projections[name].name, { position, waitMs });
    if (comparePositions(reached, position) >= 0) return;
    const detail = `view ${name} is at ${formatPosition(reached)}, not yet at ${minPosition}`;
    throw new Problem('position-not-reached', `${detail}, after ${waitMs} ms`);
  }

  /** @throws Problem `not-found` unless this process builds the view. */
  runnerOf(name: string): ProjectionRunner {
    const known = VIEW_NAMES.find((candidate) => candidate === name);
    const runner = known && this.#runners.get(known);
    if (!runner) {
      throw new Problem('not-found', `no such view; this process builds ${this.names.join(', ')}`);
    }
    return runner;
  }

  digest(projection: CheckedProjection): Promise<Answered<Digest>> {
    return this.#digests.of(projection.name, async () => {
      const { result, position } = await digestOfView(this.dataSource, projection);
      return { result, position: formatPosition(position) };
    });
  }

  /** What a view goes on without, the oldest first. */
  setAside({ name }: CheckedProjection): Promise<readonly SetAside[]> {
    return setAsideBy(this.dataSource, name);
  }

  /** How far a view is. */
  async reached(name: ViewName): Promise<string> {
    const schema = schemaOf(this.projections[name].name);
    return formatPosition(await readCheckpoint(this.dataSource, schema));
  }

  /** How far a view is, and how old the oldest event is that it has not applied. */
  async progressOf({ name, streamPrefixes }: CheckedProjection): Promise<Progress> {
    const reached = await readCheckpoint(this.dataSource, schemaOf(name));
    const position = formatPosition(reached);
    try {
      for await (const event of this.store.readAll({ from: reached, streamPrefixes })) {
        if (comparePositions(event.position, reached) <= 0) continue;
        const lagMs = Math.max(0, this.clock.nowMs - Date.parse(event.recordedAt));
        return { position, caughtUp: false, lagMs };
      }
      return { position, caughtUp: true, lagMs: 0 };
    } catch (error) {
      const ahead = error instanceof StoreDiverged; // As after a restored backup.
      if (!ahead && !(error instanceof EventStoreUnavailable)) throw error;
      return { position, caughtUp: false, lagMs: null };
    }
  }

  /** Where the event store ends; null when it is empty or away. */
  async head(): Promise<string | null> {
    try {
      const newest = await newestPosition(this.store);
      return newest && formatPosition(newest);
    } catch (error) {
      if (error instanceof EventStoreUnavailable) return null;
      throw error;
    }
  }
}
