import type { DataSource } from 'typeorm';
import {
  comparePositions,
  eventIdOf,
  idOf,
  type EventStore,
  type Json,
  type Position,
} from '#event-store';
import type { PaymentEvent } from '#payments';
import { paymentStream } from '#payments';
import { migrate, ProjectionRunner, reach, type CheckedProjection } from '#projections';
import { openDatabase, PROJECTIONS } from '../../apps/projection-service/src/catalogue.js';
import type { ViewName } from '../../apps/projection-service/src/views/names.js';

/** A connected database with all tables and no rows. */
export async function emptyViews(url: string): Promise<DataSource> {
  const dataSource = openDatabase(url);
  await dataSource.initialize();
  await migrate(dataSource);
  return dataSource;
}

/** Appends histories as if they happened side by side: one event of each in turn. */
export async function appendInterleaved(
  store: EventStore,
  histories: readonly (readonly PaymentEvent[])[],
  client = 'shop',
): Promise<Position> {
  let position: Position = { commit: 0n, prepare: 0n };
  const longest = Math.max(...histories.map(({ length }) => length));
  for (let i = 0; i < longest; i += 1) {
    for (const history of histories) {
      const event = history[i];
      if (event) position = await appendPayment(store, event, i, client);
    }
  }
  return position;
}

export async function appendPayment(
  store: EventStore,
  { type, data }: PaymentEvent,
  revision: number,
  client = 'shop',
): Promise<Position> {
  const id = eventIdOf(idOf('test', data.paymentId), revision);
  const event = { id, type, data: jsonOf(data), metadata: { client } };
  const expected = revision === 0 ? 'no-stream' : BigInt(revision - 1);
  const stream = paymentStream(data.paymentId);
  return (await store.append(stream, [event], expected)).position;
}

export function jsonOf(data: unknown): Json {
  return JSON.parse(JSON.stringify(data)) as Json;
}

/** Runs views until `stop`. */
export function runViews(
  dataSource: DataSource,
  store: EventStore,
  projections: readonly CheckedProjection[] = Object.values(PROJECTIONS),
): { readonly runners: readonly ProjectionRunner[]; stop(): Promise<void> } {
  const runners = projections.map(
    (projection) => new ProjectionRunner(projection, { dataSource, store }),
  );
  for (const runner of runners) runner.start();
  return {
    runners,
    stop: async () => {
      await Promise.all(runners.map((runner) => runner.stop()));
    },
  };
}

/** Waits until views reached a position; fails with how far they are when they do not. */
export async function allReach(
  dataSource: DataSource,
  position: Position,
  names: readonly ViewName[] = Object.keys(PROJECTIONS) as ViewName[],
): Promise<void> {
  for (const name of names) {
    const waiting = { position, waitMs: 20_000 };
    const reached = await reach(dataSource, PROJECTIONS[name].name, waiting);
    if (comparePositions(reached, position) < 0) {
      throw new Error(`${name} is at ${reached.commit}, not at ${position.commit}`);
    }
  }
}
