import type { DataSource, EntityManager } from 'typeorm';
import { comparePositions, type Position } from '#event-store';
import { readCheckpoint } from './checkpoint.js';
import { digestOf, type Digest } from './digest.js';
import { schemaOf, type CheckedProjection } from './projection.js';
import { readSetAside, type SetAside } from './set-aside.js';
import { shapeOf } from './table-shape.js';

export type Answer<Result> = {
  readonly result: Result;
  /** The view's position that the result shows: all events up to it, and none after. */
  readonly position: Position;
};

/** Reads rows and position of one view from one snapshot. */
export async function readView<Result>(
  dataSource: DataSource,
  name: string,
  read: (manager: EntityManager) => Promise<Result>,
): Promise<Answer<Result>> {
  return await dataSource.transaction('REPEATABLE READ', async (manager) => {
    const position = await readCheckpoint(manager, schemaOf(name));
    return { result: await read(manager), position };
  });
}

/** Digest of a whole view, and the position it holds for. */
export async function digestOfView(
  dataSource: DataSource,
  { name, rows }: CheckedProjection,
): Promise<Answer<Digest>> {
  const tables = rows.map((table) => shapeOf(dataSource, table).name);
  return await readView(dataSource, name, (manager) => digestOf(manager, schemaOf(name), tables));
}

/** What a view goes on without, the oldest first. */
export async function setAsideBy(
  dataSource: DataSource,
  name: string,
): Promise<readonly SetAside[]> {
  return await readSetAside(dataSource, schemaOf(name));
}

const POLL_MS = 5;

/**
 * Waits until a view reached a position, whichever process builds it.
 *
 * @returns how far it is: at least the position, unless `waitMs` ended before.
 */
export async function reach(
  dataSource: DataSource,
  name: string,
  { position, waitMs }: { readonly position: Position; readonly waitMs: number },
): Promise<Position> {
  const deadlineMs = performance.now() + waitMs;
  for (;;) {
    const reached = await readCheckpoint(dataSource, schemaOf(name));
    if (comparePositions(reached, position) >= 0) return reached;
    if (performance.now() >= deadlineMs) return reached;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
