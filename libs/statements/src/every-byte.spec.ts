import type { Money } from '#money';
import { sourceOf, STATEMENT_FILES } from '../../../test/support/statement-files.js';
import { readStatement } from './read-statement.js';
import {
  STATEMENT_KINDS,
  StatementFault,
  type StatementItem,
  type StatementKind,
} from './statement.js';

const NOW = new Date('2026-11-30T12:00:00.000Z');

describe('a statement file', () => {
  it.each(STATEMENT_KINDS)(
    'is refused with a name, or gives lines as they are, wherever it is cut off: %s',
    async (kind) => {
      const whole = Buffer.from(STATEMENT_FILES[kind].text);
      const lines = await linesOf(kind, whole);
      expect(lines).toHaveLength(STATEMENT_FILES[kind].lines);
      const known = new Map(lines.map((line) => [line.lineId, line]));
      let refused = 0;
      for (let length = 0; length < whole.length; length += 1) {
        try {
          const found = await linesOf(kind, whole.subarray(0, length));
          for (const line of found) {
            if (isBeforeItsRelease(line, found.length)) continue;
            expect([length, line]).toEqual([length, known.get(line.lineId)]);
          }
        } catch (error) {
          if (!(error instanceof StatementFault)) throw error;
          refused += 1;
        }
      }
      expect(refused).toBeGreaterThan(0);
    },
    60_000,
  );
});

/** A capture is read in full as long as the row of what was released of it is not there. */
function isBeforeItsRelease({ lineId, amount }: { lineId: string; amount: Money }, lines: number) {
  return lineId === 'txn_1' && lines === 1 && amount.minorUnits === 4599n;
}

async function linesOf(kind: StatementKind, bytes: Uint8Array) {
  const items: StatementItem[] = [];
  const { mapping = null } = STATEMENT_FILES[kind];
  const source = sourceOf(bytes, 512);
  for await (const item of readStatement(source, { kind, mapping, now: NOW })) items.push(item);
  return items.flatMap((item) => ('line' in item ? [item.line] : []));
}
