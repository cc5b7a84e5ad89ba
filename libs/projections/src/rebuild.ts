import type { DataSource, QueryRunner } from 'typeorm';
import {
  comparePositions,
  lastMark,
  POSITION_START,
  type EventStore,
  type Position,
  type RecordedEvent,
} from '#event-store';
import type { Target } from './apply.js';
import { digestOf, type Digest } from './digest.js';
import { disown, own } from './ownership.js';
import { schemaOf, type CheckedProjection } from './projection.js';
import { newestPosition, type Session } from './session.js';
import { rowDifferences, type RowDifferences } from './row-differences.js';
import { deleteSetAside } from './set-aside.js';
import { shapeOf } from './table-shape.js';
import { createView, dropRetired, dropView, swapViews } from './view-schema.js';
import { ViewWriter } from './view-writer.js';

export type Rebuilt = {
  readonly position: Position;
  /** Of the live view before, and of the rebuilt one that took its place. */
  readonly before: Digest;
  readonly after: Digest;
  /** False when the live rows were not what the events say; the rebuilt ones are. */
  readonly equal: boolean;
  /** Live rows that are not what the events say, the first of them by name. */
  readonly differing: RowDifferences;
  /** Whether the rebuilt view took the live one's place. */
  readonly swapped: boolean;
  readonly events: number;
  /** Streams that could not be applied; the rebuilt view goes on without them. */
  readonly setAside: number;
  /** Whether nothing was left in the store to apply. */
  readonly caughtUp: boolean;
  readonly ms: number;
};

/** The view is being rebuilt already. */
export class RebuildInProgress extends Error {
  override readonly name = 'RebuildInProgress';
}

/** Once the rebuilt view is this close behind, the live one may wait for it. */
const CLOSE_EVENTS = 1_000;
const BATCH_MAX = 2_000;

type Parts = {
  readonly dataSource: DataSource;
  readonly store: EventStore;
  readonly projection: CheckedProjection;
  readonly session: Session;
  /** False only compares: the live view stays, also where it differs. */
  readonly swap: boolean;
};

/**
 * Replays everything into a second schema while the live view goes on. Then, between two batches
 * of the live view and at the same position: compares both and, if asked to, swaps them.
 *
 * @throws RebuildInProgress when another process rebuilds it.
 * @throws ViewLost when this process loses the view before the swap; the live view stays.
 */
export async function rebuild({
  dataSource,
  store,
  projection,
  session,
  swap,
}: Parts): Promise<Rebuilt> {
  const live = schemaOf(projection.name);
  const schema = `${live}_rebuild`;
  const connection = await own(dataSource, schema);
  if (!connection) throw new RebuildInProgress(`${projection.name} is being rebuilt already`);
  const startedMs = performance.now();
  try {
    // What a crash left; the swap needs the name.
    await dropRetired(connection, live);
    await inTransaction(connection, async () => {
      await remove(connection, schema);
      await createView(connection, schema, projection.tables);
    });
    const target = { connection, schema, projection };
    const replay = new Replay(projection, store, await ViewWriter.open(target, store));
    while ((await replay.to(await goalOf(store, session.checkpoint))) > CLOSE_EVENTS);
    return await session.between(async (live, checkpoint) => {
      const position = await goalOf(store, checkpoint);
      await replay.to(position);
      const compared = await compare(live, schema);
      if (swap) {
        const names = { live: live.schema, rebuilt: schema };
        await inTransaction(live.connection, () => swapViews(live.connection, names));
      }
      const ms = Math.round(performance.now() - startedMs);
      const { events, setAside } = replay;
      const newest = await newestPosition(store, projection.streamPrefixes);
      const caughtUp = newest === null || comparePositions(newest, position) <= 0;
      return { position, ...compared, swapped: swap, events, setAside, caughtUp, ms };
    });
  } finally {
    await inTransaction(connection, () => remove(connection, schema)).catch(() => undefined);
    await dropRetired(connection, live).catch(() => undefined);
    await disown(connection, schema);
  }
}

/** Where the live view is; where the store ends when that is before, as after a restored backup. */
async function goalOf(store: EventStore, checkpoint: Position): Promise<Position> {
  const end = (await lastMark(store))?.position ?? POSITION_START;
  return comparePositions(end, checkpoint) < 0 ? end : checkpoint;
}

async function remove(connection: QueryRunner, schema: string): Promise<void> {
  await dropView(connection, schema);
  await deleteSetAside(connection, schema);
}

/** Applies history from the start, in steps. */
class Replay {
  #position = POSITION_START;
  events = 0;

  constructor(
    private readonly projection: CheckedProjection,
    private readonly store: EventStore,
    private readonly writer: ViewWriter,
  ) {}

  get setAside(): number {
    return this.writer.setAside;
  }

  /** @returns how many events lay between. */
  async to(goal: Position): Promise<number> {
    const { streamPrefixes } = this.projection;
    const before = this.events;
    let batch = [];
    // Reads on while one batch is written.
    let applying = Promise.resolve();
    try {
      for await (const event of this.store.readAll({ from: this.#position, streamPrefixes })) {
        if (comparePositions(event.position, this.#position) <= 0) continue;
        if (comparePositions(event.position, goal) > 0) break;
        batch.push(event);
        if (batch.length < BATCH_MAX) continue;
        await applying;
        applying = this.#apply(batch, event.position);
        // Awaited below; until then a failure must not count as unhandled.
        applying.catch(() => undefined);
        batch = [];
      }
    } finally {
      // No other use of the connection may come before.
      await applying;
    }
    await this.#apply(batch, goal);
    return this.events - before;
  }

  async #apply(events: readonly RecordedEvent[], to: Position): Promise<void> {
    if (comparePositions(to, this.#position) === 0) return;
    await this.writer.apply({ events, to });
    this.#position = to;
    this.events += events.length;
  }
}

async function compare(
  { connection, schema: live, projection }: Target,
  rebuilt: string,
): Promise<Pick<Rebuilt, 'before' | 'after' | 'equal' | 'differing'>> {
  const shapes = projection.rows.map((table) => shapeOf(connection.dataSource, table));
  const tables = shapes.map(({ name }) => name);
  const before = await digestOf(connection, live, tables);
  const after = await digestOf(connection, rebuilt, tables);
  const equal = before.sha256 === after.sha256;
  const differing = equal
    ? { count: 0, rows: [] }
    : await rowDifferences(connection, { live, rebuilt }, shapes);
  return { before, after, equal, differing };
}

async function inTransaction(connection: QueryRunner, work: () => Promise<void>): Promise<void> {
  await connection.startTransaction();
  try {
    await work();
    await connection.commitTransaction();
  } catch (error) {
    await connection.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}
