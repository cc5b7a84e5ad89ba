import { ApiProperty } from '@nestjs/swagger';
import { STATEMENT_KINDS, type StatementItem, type StatementKind } from '#statements';
import type { Counts, ImportLineDiffered, ImportLineRefused } from './import-events.js';
import type { ImportRecord } from './import-records.js';
import type { Preview } from './imports.js';
import type { SavedMapping } from './statement-mappings.js';

export class StatementTotalResponse {
  @ApiProperty({ pattern: '^-?\\d+$', example: '1050' })
  amount!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;
}

export class MappingNameResponse {
  name!: string;

  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class ContentsResponse {
  /** SHA-256 of the file, in hexadecimal digits. */
  importId!: string;

  @ApiProperty({ type: 'integer' })
  bytes!: number;

  @ApiProperty({ enum: STATEMENT_KINDS })
  kind!: StatementKind;

  /** How its letters are written; mixed: some lines in UTF-8, others in windows-1252. */
  encoding!: string;

  @ApiProperty({ type: MappingNameResponse, nullable: true })
  mapping!: MappingNameResponse | null;

  /** Lines that moved money. */
  @ApiProperty({ type: 'integer' })
  lines!: number;

  /** Lines that cannot be read; they are kept with the reason. */
  @ApiProperty({ type: 'integer' })
  refused!: number;

  /** Rows that are as they should be and moved nothing, as pending ones. */
  @ApiProperty({ type: 'integer' })
  movedNothing!: number;

  /** Net of all lines, by currency. */
  @ApiProperty({ type: [StatementTotalResponse] })
  totals!: readonly StatementTotalResponse[];

  /** Sums of the file that could not be checked. */
  notes!: string[];
}

export class PreviewResponse extends ContentsResponse {
  /** The first of its lines, read; refused ones with the reason. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  items!: readonly object[];
}

export class ImportResponse extends ContentsResponse {
  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  /** Interrupted: send the same file again, and it goes on. */
  @ApiProperty({ enum: ['running', 'finished', 'interrupted'] })
  status!: 'running' | 'finished' | 'interrupted';

  /** Lines that are dealt with; null, not known, where it was interrupted. */
  @ApiProperty({ type: 'integer', nullable: true })
  linesDone!: number | null;

  /** Lines that this import was the first to record; null until it is finished. */
  @ApiProperty({ type: 'integer', nullable: true })
  recorded!: number | null;

  /** Lines that were there already, from another file or the provider’s API. */
  @ApiProperty({ type: 'integer', nullable: true })
  known!: number | null;

  /** Of those, how many say something else here. */
  @ApiProperty({ type: 'integer', nullable: true })
  differing!: number | null;

  startedBy!: string;

  @ApiProperty({ format: 'date-time' })
  startedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt!: string | null;
}

export class ImportPageResponse {
  @ApiProperty({ type: [ImportResponse] })
  items!: ImportResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class RefusedLineResponse {
  @ApiProperty({ type: 'integer' })
  row!: number;

  reason!: string;

  /** The line as the file has it. */
  raw!: string;
}

export class RefusedPageResponse {
  @ApiProperty({ type: [RefusedLineResponse] })
  items!: RefusedLineResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class DifferenceResponse {
  field!: string;

  /** As it was recorded first. */
  recorded!: string;

  /** As this file has it. */
  file!: string;
}

export class DifferingLineResponse {
  @ApiProperty({ type: 'integer' })
  row!: number;

  stream!: string;

  lineId!: string;

  @ApiProperty({ type: [DifferenceResponse] })
  differences!: readonly DifferenceResponse[];
}

export class DifferingPageResponse {
  @ApiProperty({ type: [DifferingLineResponse] })
  items!: DifferingLineResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class SavedMappingResponse extends MappingNameResponse {
  @ApiProperty({ type: 'object', additionalProperties: true })
  mapping!: object;

  savedBy!: string;

  @ApiProperty({ format: 'date-time' })
  savedAt!: string;
}

export function importResponse(record: ImportRecord): ImportResponse {
  const { started, status, linesDone, finishedAt } = record;
  const counts: { [Name in keyof Counts]: number | null } = record.counts ?? {
    ...{ recorded: null, known: null, differing: null },
  };
  const { notes, ...rest } = started;
  return { ...rest, ...counts, notes: [...notes], status, linesDone, finishedAt };
}

export function previewResponse({ items, mapping, notes, ...rest }: Preview): PreviewResponse {
  const named = mapping && { name: mapping.name, version: mapping.version };
  return { ...rest, notes: [...notes], mapping: named, items: items.map(itemResponse) };
}

function itemResponse(item: StatementItem): object {
  return JSON.parse(JSON.stringify(item)) as object;
}

export function refusedResponse({
  row,
  reason,
  raw,
}: ImportLineRefused['data']): RefusedLineResponse {
  return { row, reason, raw };
}

export function differingResponse({
  row,
  stream,
  lineId,
  differences,
}: ImportLineDiffered['data']): DifferingLineResponse {
  return { row, stream, lineId, differences };
}

export function mappingResponse(saved: SavedMapping): SavedMappingResponse {
  return { ...saved };
}
