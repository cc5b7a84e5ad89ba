import { QueryFailedError, type QueryRunner } from 'typeorm';
import { formatPosition, type RecordedEvent } from '#event-store';
import type { CheckedProjection, Step, View } from './projection.js';
import { reasonOf } from './set-aside.js';
import { WriteSet } from './write-set.js';

/** So many events cannot be applied that the projection is to blame. Its view stays where it is. */
export class PoisonEvent extends Error {
  override readonly name = 'PoisonEvent';

  constructor(projection: string, { type, stream, position }: RecordedEvent, cause: unknown) {
    const where = `${type} of ${stream} at ${formatPosition(position)}`;
    super(`${projection} cannot apply ${where}: ${reasonOf(cause)}`, { cause });
  }
}

/** Where events are written: one view, live or being rebuilt, on the connection that owns it. */
export type Target = {
  readonly connection: QueryRunner;
  readonly schema: string;
  readonly projection: CheckedProjection;
};

/**
 * Applies events, all or none, in one transaction.
 *
 * @param also is done in the same transaction, after the rows.
 * @throws what isPoison recognises when one of them cannot be applied.
 */
export async function applyAtOnce(
  { connection, schema, projection }: Target,
  events: readonly RecordedEvent[],
  also: () => Promise<void>,
): Promise<void> {
  const steps = attempt(() => events.map(projection.step).filter((step) => step !== null));
  await connection.startTransaction();
  try {
    if (steps.length > 0) {
      const rows = new WriteSet(connection, schema);
      await rows.load(steps.flatMap(({ reads }) => reads));
      await followOn(steps, rows);
      attempt(() => steps.forEach((step) => step.apply(rows)));
      await rows.flush();
    }
    await also();
    await connection.commitTransaction();
  } catch (error) {
    // A lost connection has rolled back by itself; the first error is the one that tells.
    await connection.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

/** Rows lead to others a few steps far; more is a projection that never ends. */
const STEPS_MAX = 8;

async function followOn(steps: readonly Step[], rows: WriteSet): Promise<void> {
  const known: Pick<View, 'find'> = { find: (table, key) => rows.peek(table, key) };
  const leading = steps.filter(({ follows }) => follows !== undefined);
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const named = attempt(() => leading.flatMap(({ follows }) => follows?.(known) ?? []));
    const fresh = named.filter((read) => !rows.hasLoaded(read));
    if (fresh.length === 0) return;
    await rows.load(fresh);
  }
  throw new Inapplicable(`rows lead to others more than ${STEPS_MAX} steps far`);
}

/** What the projection itself throws would be thrown again, however often it is tried. */
class Inapplicable extends Error {
  override readonly name = 'Inapplicable';
}

function attempt<Result>(apply: () => Result): Result {
  try {
    return apply();
  } catch (cause) {
    throw new Inapplicable(reasonOf(cause), { cause });
  }
}

/**
 * Whether the event is to blame. Of the database's errors these are bad data and broken
 * constraints; a statement that does not fit the tables would fail for every event, and a lost
 * connection or a full disk may pass.
 */
export function isPoison(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return error instanceof Inapplicable;
  const { code } = error.driverError as { code?: unknown };
  return typeof code === 'string' && /^(22|23)/.test(code);
}
