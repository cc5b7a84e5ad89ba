import type { OperationsClient } from '#client';
import { Money } from '#money';
import { printable } from '../printable.js';
import { table } from '../table.js';

type Imports = OperationsClient['imports'];
type Mappings = Awaited<ReturnType<OperationsClient['importMappings']['list']>>;
type AnswerOf<Name extends keyof Imports> = Awaited<ReturnType<Imports[Name]>>;

export function importText(one: AnswerOf<'read'>): string {
  const mapping = one.mapping ? `${one.mapping.name} version ${one.mapping.version}` : 'none';
  return table([
    ['import', one.importId],
    ['file', one.name ?? 'no name'],
    ['kind', one.kind],
    ['encoding', one.encoding],
    ['mapping', mapping],
    ['status', one.status],
    ['lines', `${one.lines}`],
    ['recorded', textOf(one.recorded)],
    ['known before', textOf(one.known)],
    ['differing', textOf(one.differing)],
    ['refused', `${one.refused}`],
    ['moved nothing', `${one.movedNothing}`],
    ...totalRows(one),
    ...one.notes.map((note) => ['note', note]),
  ]);
}

export function totalRows({ totals }: Pick<AnswerOf<'read'>, 'totals'>): string[][] {
  return totals.map((total) => ['net of its lines', Money.fromJSON(total).toString()]);
}

export function listText({ items, nextCursor }: AnswerOf<'list'>): string {
  const heading = ['started', 'status', 'kind', 'lines', 'recorded', 'refused', 'file', 'import'];
  const rows = items.map((one) => [
    ...[one.startedAt, one.status, one.kind, `${one.lines}`, textOf(one.recorded)],
    ...[`${one.refused}`, one.name ?? '', one.importId],
  ]);
  return table([heading, ...rows]) + moreText(nextCursor);
}

export function refusedText({ items, nextCursor }: AnswerOf<'refused'>): string {
  const lines = items.map(({ row, reason, raw }) => {
    return `line ${row}: ${printable(reason)}\n  ${printable(raw)}\n`;
  });
  return lines.join('') + moreText(nextCursor);
}

export function differingText({ items, nextCursor }: AnswerOf<'differing'>): string {
  const rows = items.flatMap(({ row, lineId, differences }) =>
    differences.map(({ field, recorded, file }) => [`${row}`, lineId, field, recorded, file]),
  );
  return table([['line', 'id', 'field', 'recorded', 'file'], ...rows]) + moreText(nextCursor);
}

export function mappingsText(saved: Mappings): string {
  const rows = saved.map((one) => [one.name, `${one.version}`, one.savedBy, one.savedAt]);
  return table([['name', 'version', 'saved by', 'saved at'], ...rows]);
}

function moreText(nextCursor: string | null): string {
  return nextCursor === null ? '' : `more: --cursor ${nextCursor}\n`;
}

/** Empty while it is not known. */
function textOf(count: number | null): string {
  return count === null ? '' : String(count);
}
