import { formatPosition, type Position, type RecordedEvent } from '#event-store';
import type { Queryable } from './checkpoint.js';
import { cleanText } from './storable.js';

/**
 * What a view could not apply, by the view's schema. Changes in the transaction that passes the
 * event, so that a kill at any time neither loses nor repeats it.
 */
export const CREATE_SET_ASIDE = `
  CREATE TABLE public.set_aside (
    view        text           NOT NULL,
    unit        text           NOT NULL,
    stream      text           NOT NULL,
    revision    bigint         NOT NULL,
    commit      bigint         NOT NULL,
    prepare     bigint         NOT NULL,
    event_type  text           NOT NULL,
    recorded_at timestamptz(3) NOT NULL,
    reason      text           NOT NULL,
    waiting     integer        NOT NULL,
    PRIMARY KEY (view, unit)
  )
`;

/** A stream, or a single event of one, that a view goes on without. */
export type SetAside = {
  /** Name of the stream; with the revision where its events do not build on each other. */
  readonly unit: string;
  readonly stream: string;
  /** Of the first event that is not applied. */
  readonly revision: bigint;
  readonly position: Position;
  readonly eventType: string;
  readonly recordedAt: string;
  /** Why it cannot be applied. */
  readonly reason: string;
  /** Events that are not applied, this one included. */
  readonly waiting: number;
};

const REASON_MAX = 1_000;

export function setAsideOf(
  unit: string,
  event: RecordedEvent,
  { cause, waiting }: { readonly cause: unknown; readonly waiting: number },
): SetAside {
  const { stream, revision, position, type: eventType, recordedAt } = event;
  const reason = cleanText(reasonOf(cause)).slice(0, REASON_MAX);
  return { unit, stream, revision, position, eventType, recordedAt, reason, waiting };
}

export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** In one sentence. */
export function describe({ eventType, stream, position, reason }: SetAside): string {
  return `${eventType} of ${stream} at ${formatPosition(position)} cannot be applied: ${reason}`;
}

type Stored = {
  readonly unit: string;
  readonly stream: string;
  readonly revision: string;
  readonly commit: string;
  readonly prepare: string;
  readonly event_type: string;
  readonly recorded_at: Date;
  readonly reason: string;
  readonly waiting: number;
};

/** Oldest first. */
export async function readSetAside(
  connection: Queryable,
  schema: string,
): Promise<readonly SetAside[]> {
  const rows = (await connection.query(
    'SELECT * FROM public.set_aside WHERE view = $1 ORDER BY commit, prepare',
    [schema],
  )) as Stored[];
  return rows.map((row) => ({
    unit: row.unit,
    stream: row.stream,
    revision: BigInt(row.revision),
    position: { commit: BigInt(row.commit), prepare: BigInt(row.prepare) },
    eventType: row.event_type,
    recordedAt: row.recorded_at.toISOString(),
    reason: row.reason,
    waiting: row.waiting,
  }));
}

export async function writeSetAside(
  connection: Queryable,
  schema: string,
  { unit, stream, revision, position, eventType, recordedAt, reason, waiting }: SetAside,
): Promise<void> {
  const { commit, prepare } = position;
  const place = [revision, commit, prepare].map(String);
  await connection.query(
    `INSERT INTO public.set_aside VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (view, unit) DO UPDATE SET
       revision = excluded.revision, commit = excluded.commit, prepare = excluded.prepare,
       event_type = excluded.event_type, recorded_at = excluded.recorded_at,
       reason = excluded.reason, waiting = excluded.waiting`,
    [schema, unit, stream, ...place, eventType, recordedAt, reason, waiting],
  );
}

/** Of one unit, or of a whole view. */
export async function deleteSetAside(
  connection: Queryable,
  schema: string,
  unit?: string,
): Promise<void> {
  await connection.query(
    'DELETE FROM public.set_aside WHERE view = $1 AND unit = coalesce($2, unit)',
    [schema, unit ?? null],
  );
}

/** What a rebuilt view set aside takes the place of what the live one did. */
export async function swapSetAside(
  connection: Queryable,
  { live, rebuilt }: { readonly live: string; readonly rebuilt: string },
): Promise<void> {
  await deleteSetAside(connection, live);
  await connection.query('UPDATE public.set_aside SET view = $1 WHERE view = $2', [live, rebuilt]);
}
