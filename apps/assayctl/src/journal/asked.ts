import { ProjectionServiceClient } from '#client';
import type { Connection } from '../connection.js';

export type Told = { readonly json?: true };

/** Both times of a balance: what had happened by then, and what we had learnt by then. */
export type Times = { readonly known?: string; readonly effective?: string };

export type Pages = { readonly limit?: number; readonly cursor?: string; readonly all?: true };

export type Journal = ProjectionServiceClient['journal'];

/** Most rows that a page may have. */
export const PAGE_ROWS_MAX = 200;

/** Longest silence before an answer, and between two parts of it, in milliseconds. */
const SILENCE_MS_MAX = 120_000;

export async function asked<T>(
  connection: Connection,
  ask: (journal: Journal) => Promise<T>,
): Promise<T> {
  const client = new ProjectionServiceClient(connection.views('auditor', SILENCE_MS_MAX));
  return ask(client.journal).finally(() => client.close());
}

/** As the service calls them. */
export function asOf({ known, effective }: Times): {
  readonly asOfRecorded?: string;
  readonly asOfEffective?: string;
} {
  return {
    ...(known !== undefined && { asOfRecorded: known }),
    ...(effective !== undefined && { asOfEffective: effective }),
  };
}

export function printJson(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
