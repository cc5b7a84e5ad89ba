import type { QueryRunner } from 'typeorm';
import type { Position } from '#event-store';
import { insertCheckpoint } from './checkpoint.js';
import { swapSetAside } from './set-aside.js';

/**
 * Creates a view's schema, tables and checkpoint. Part of the migration that introduces the view,
 * and of every rebuild, so that both have the same tables.
 *
 * @param tables SQL without schema names.
 */
export async function createView(
  connection: QueryRunner,
  schema: string,
  tables: string,
  position?: Position,
): Promise<void> {
  await connection.query(`CREATE SCHEMA "${schema}"`);
  await connection.query(`SET LOCAL search_path TO "${schema}"`);
  await connection.query(tables);
  await connection.query('SET LOCAL search_path TO DEFAULT');
  await insertCheckpoint(connection, schema, position);
}

/** Drops a view, its rows and its checkpoint, if it is there. */
export async function dropView(connection: QueryRunner, schema: string): Promise<void> {
  await connection.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
  await connection.query('DELETE FROM public.checkpoint WHERE view = $1', [schema]);
}

/**
 * Puts a rebuilt view in the place of the live one, within the caller's transaction. A reader
 * meanwhile sees all of the old rows or all of the new ones; one that began on the old ones may go
 * on with them until they are dropped.
 */
export async function swapViews(
  connection: QueryRunner,
  { live, rebuilt }: { readonly live: string; readonly rebuilt: string },
): Promise<void> {
  await connection.query(`ALTER SCHEMA "${live}" RENAME TO "${retired(live)}"`);
  await connection.query(`ALTER SCHEMA "${rebuilt}" RENAME TO "${live}"`);
  await connection.query('DELETE FROM public.checkpoint WHERE view = $1', [live]);
  await connection.query('UPDATE public.checkpoint SET view = $1 WHERE view = $2', [live, rebuilt]);
  await swapSetAside(connection, { live, rebuilt });
}

/**
 * Drops the rows that a rebuild replaced. It waits for those who still read them, so that it must
 * not be part of the swap: all others would wait behind it.
 */
export async function dropRetired(connection: QueryRunner, live: string): Promise<void> {
  await connection.query(`DROP SCHEMA IF EXISTS "${retired(live)}" CASCADE`);
}

function retired(live: string): string {
  return `${live}_retired`;
}
