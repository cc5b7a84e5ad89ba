import { readStatement, type Reading, type StatementItem } from '#statements';
import { sourceOf } from './statement-files.js';

export const NOON = new Date('2026-11-30T12:00:00.000Z');

/** Everything that a file in memory is read as. */
export async function itemsOf(
  content: string | Uint8Array,
  reading: Omit<Reading, 'now'>,
  pieceBytes = 64,
): Promise<StatementItem[]> {
  const items: StatementItem[] = [];
  const source = sourceOf(content, pieceBytes);
  for await (const item of readStatement(source, { ...reading, now: NOON })) items.push(item);
  return items;
}

export async function linesOf(...read: Parameters<typeof itemsOf>) {
  return (await itemsOf(...read)).flatMap((item) => ('line' in item ? [item.line] : []));
}

/** What is refused, as `row: reason`. */
export async function refusalsOf(...read: Parameters<typeof itemsOf>): Promise<string[]> {
  const items = await itemsOf(...read);
  return items.flatMap((item) => (item.kind === 'refused' ? [`${item.row}: ${item.reason}`] : []));
}
