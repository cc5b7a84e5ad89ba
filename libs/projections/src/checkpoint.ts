import type { QueryRunner } from 'typeorm';
import { POSITION_START, type Mark, type Position } from '#event-store';

/** Who reads a checkpoint: a connection or an entity manager. */
export type Queryable = { query(sql: string, parameters?: unknown[]): Promise<unknown> };

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

/**
 * The last event that was seen up to a checkpoint, by its id: it tells whether the event store is
 * still the one that the view was built from. Empty for a view that has seen none.
 */
export const ADD_MARK = `
  ALTER TABLE public.checkpoint
    ADD COLUMN mark_commit  bigint,
    ADD COLUMN mark_prepare bigint,
    ADD COLUMN mark_event   uuid
`;

export const DROP_MARK = `
  ALTER TABLE public.checkpoint
    DROP COLUMN mark_commit, DROP COLUMN mark_prepare, DROP COLUMN mark_event
`;

export type Checkpoint = {
  /** Everything up to here was looked at. */
  readonly position: Position;
  readonly mark: Mark | null;
};

type Stored = {
  readonly commit: string;
  readonly prepare: string;
  readonly mark_commit: string | null;
  readonly mark_prepare: string | null;
  readonly mark_event: string | null;
};

/** @throws Error for a view that was never created. */
export async function readCheckpoint(connection: Queryable, schema: string): Promise<Position> {
  return (await readMarkedCheckpoint(connection, schema)).position;
}

/** @throws likewise. */
export async function readMarkedCheckpoint(
  connection: Queryable,
  schema: string,
): Promise<Checkpoint> {
  const [row] = (await connection.query('SELECT * FROM public.checkpoint WHERE view = $1', [
    schema,
  ])) as Stored[];
  if (!row) {
    throw new Error(`no migration that ran created view ${schema}; it is not listed, or none ran`);
  }
  const position = { commit: BigInt(row.commit), prepare: BigInt(row.prepare) };
  const { mark_commit: commit, mark_prepare: prepare, mark_event: eventId } = row;
  if (commit === null || prepare === null) return { position, mark: null };
  const marked = { commit: BigInt(commit), prepare: BigInt(prepare) };
  return { position, mark: { position: marked, eventId } };
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

/** Another process moved the checkpoint; this runner no longer owns the view. */
export class CheckpointLost extends Error {
  override readonly name = 'CheckpointLost';
}

/** @throws CheckpointLost unless it is still where this runner left it. */
export async function moveCheckpoint(
  connection: QueryRunner,
  schema: string,
  { from, to }: { readonly from: Position; readonly to: Checkpoint },
): Promise<void> {
  const { mark } = to;
  const marked = mark ? [...texts(mark.position), mark.eventId] : [null, null, null];
  const { affected } = await connection.query(
    `UPDATE public.checkpoint
     SET "commit" = $2, prepare = $3, mark_commit = $6, mark_prepare = $7, mark_event = $8
     WHERE view = $1 AND "commit" = $4 AND prepare = $5`,
    [schema, ...texts(to.position), ...texts(from), ...marked],
    true,
  );
  if (affected !== 1) throw new CheckpointLost(`another process moved the checkpoint of ${schema}`);
}

function texts({ commit, prepare }: Position): string[] {
  return [commit.toString(), prepare.toString()];
}
