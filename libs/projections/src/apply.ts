import { QueryFailedError, type QueryRunner } from 'typeorm';
import { formatPosition, type Position, type RecordedEvent } from '#event-store';
import { moveCheckpoint } from './checkpoint.js';
import type { CheckedProjection } from './projection.js';
import { WriteSet } from './write-set.js';

/** An event that a projection cannot apply. Its view stays where it is until the code is mended. */
export class PoisonEvent extends Error {
  override readonly name = 'PoisonEvent';

  constructor(projection: string, { type, stream, position }: RecordedEvent, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const where = `${type} of ${stream} at ${formatPosition(position)}`;
    super(`${projection} cannot apply ${where}: ${reason}`, { cause });
  }
}

/** Where a batch is written: one view, live or being rebuilt, on the connection that owns it. */
export type Target = {
  readonly connection: QueryRunner;
  readonly schema: string;
  readonly projection: CheckedProjection;
};

export type Batch = {
  readonly events: readonly RecordedEvent[];
  /** The checkpoint before and after. */
  readonly from: Position;
  readonly to: Position;
};

/**
 * Applies a batch and moves the checkpoint, in one transaction. What comes before a poison event is
 * applied; the event itself and what follows is not.
 *
 * @throws PoisonEvent for the event that cannot be applied.
 * @throws CheckpointLost when another process took the view over.
 */
export async function applyBatch(target: Target, batch: Batch): Promise<void> {
  try {
    await applyAtOnce(target, batch);
  } catch (error) {
    if (!isPoison(error)) throw error;
    await applyOneByOne(target, batch);
  }
}

/** Slow, but it finds the one event that is to blame. */
async function applyOneByOne(target: Target, { events, from, to }: Batch): Promise<void> {
  let last = from;
  for (const event of events) {
    try {
      await applyAtOnce(target, { events: [event], from: last, to: event.position });
    } catch (error) {
      throw isPoison(error) ? new PoisonEvent(target.projection.name, event, error) : error;
    }
    last = event.position;
  }
  await applyAtOnce(target, { events: [], from: last, to });
}

async function applyAtOnce(target: Target, { events, from, to }: Batch): Promise<void> {
  const { connection, schema, projection } = target;
  const steps = attempt(() => events.map(projection.step).filter((step) => step !== null));
  await connection.startTransaction();
  try {
    if (steps.length > 0) {
      const rows = new WriteSet(connection, schema);
      await rows.load(steps.flatMap(({ reads }) => reads));
      attempt(() => steps.forEach((step) => step.apply(rows)));
      await rows.flush();
    }
    await moveCheckpoint(connection, schema, { from, to });
    await connection.commitTransaction();
  } catch (error) {
    // A lost connection has rolled back by itself; the first error is the one that tells.
    await connection.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

/** What the projection itself throws would be thrown again, however often it is tried. */
class Inapplicable extends Error {
  override readonly name = 'Inapplicable';
}

function attempt<Result>(apply: () => Result): Result {
  try {
    return apply();
  } catch (cause) {
    throw new Inapplicable(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/**
 * Whether trying again cannot help. Of the database's errors these are bad data, broken constraints
 * and statements that do not fit the tables; a lost connection or a full disk may pass.
 */
function isPoison(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return error instanceof Inapplicable;
  const { code } = error.driverError as { code?: unknown };
  return typeof code === 'string' && /^(22|23|42)/.test(code);
}
