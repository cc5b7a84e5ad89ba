import type { BookEntry, LineId, UnreadableLine } from '#provider-port';

/**
 * Reads one line of the books; what cannot be read is kept as the provider wrote it, since one line
 * must not end an import of all others.
 *
 * @param of what the line is kept under, when all else fails.
 */
export function readLine(raw: unknown, of: LineId, read: () => BookEntry): BookEntry {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'unreadable', ...of, reason, raw: JSON.stringify(raw) } satisfies UnreadableLine;
  }
}
