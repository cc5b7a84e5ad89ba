import type { QueryRunner } from 'typeorm';
import { POSITION_START, type Position } from '#event-store';

/** Who reads a checkpoint: a connection or an entity manager. */
type Queryable = { query(sql: string, parameters?: unknown[]): Promise<unknown> };

/**
 * How far each view got. Rows and checkpoint change in one transaction, so a kill at any time
 * neither loses an event nor applies one twice. The key is the view's schema.
 */
export const CREATE_CHECKPOINT = `
  CREATE TABLE public.checkpoint (
    view    text   PRIMARY KEY,
    commit  bigint NOT NULL,
    prepare bigint NOT NULL
  )
`;

/** @throws Error for a view that was never created. */
export async function readCheckpoint(connection: Queryable, schema: string): Promise<Position> {
  const [row] = (await connection.query(
    'SELECT "commit", prepare FROM public.checkpoint WHERE view = $1',
    [schema],
  )) as { commit: string; prepare: string }[];
  if (!row) throw new Error(`view ${schema} has no checkpoint; run the migrations`);
  return { commit: BigInt(row.commit), prepare: BigInt(row.prepare) };
}

export async function insertCheckpoint(
  connection: Queryable,
  schema: string,
  { commit, prepare }: Position = POSITION_START,
): Promise<void> {
  await connection.query('INSERT INTO public.checkpoint VALUES ($1, $2, $3)', [
    schema,
    commit.toString(),
    prepare.toString(),
  ]);
}

/** Somebody else moved the checkpoint; this runner no longer owns the view. */
export class CheckpointLost extends Error {
  override readonly name = 'CheckpointLost';
}

/** @throws CheckpointLost unless it is still where this runner left it. */
export async function moveCheckpoint(
  connection: QueryRunner,
  schema: string,
  { from, to }: { readonly from: Position; readonly to: Position },
): Promise<void> {
  const { affected } = await connection.query(
    `UPDATE public.checkpoint SET "commit" = $2, prepare = $3
     WHERE view = $1 AND "commit" = $4 AND prepare = $5`,
    [schema, ...texts(to), ...texts(from)],
    true,
  );
  if (affected !== 1) throw new CheckpointLost(`another process moved the checkpoint of ${schema}`);
}

function texts({ commit, prepare }: Position): string[] {
  return [commit.toString(), prepare.toString()];
}
