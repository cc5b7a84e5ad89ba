import { upcastOf } from '#event-shapes';
import type { MoneyJson } from '#money';
import type { CsvMapping, StatementKind } from '#statements';

/** The mapping that a file was read by, as it stood then. */
export type MappingName = { readonly name: string; readonly version: number };

/** What a whole file was found to hold, before anything of it was recorded. */
export type Contents = {
  /** Lines that moved money. */
  readonly lines: number;
  readonly refused: number;
  /** Rows that are as they should be and moved nothing, as pending ones. */
  readonly movedNothing: number;
  /** Net of all lines, by currency. */
  readonly totals: readonly MoneyJson[];
  /** Sums that could not be checked. */
  readonly notes: readonly string[];
};

export type ImportStarted = {
  readonly type: 'ImportStarted';
  readonly data: Contents & {
    readonly importId: string;
    readonly name: string | null;
    readonly bytes: number;
    readonly kind: StatementKind;
    readonly encoding: string;
    readonly mapping: MappingName | null;
    readonly startedBy: string;
    readonly startedAt: string;
  };
};

export type ImportLineRefused = {
  readonly type: 'ImportLineRefused';
  readonly data: {
    readonly importId: string;
    /** Which item of the file it is, from 1; several may begin in one row. */
    readonly item: number;
    readonly row: number;
    readonly reason: string;
    readonly raw: string;
  };
};

/** A line that was recorded before, from another source, and says something else there. */
export type ImportLineDiffered = {
  readonly type: 'ImportLineDiffered';
  readonly data: {
    readonly importId: string;
    readonly item: number;
    readonly row: number;
    readonly stream: string;
    readonly lineId: string;
    readonly differences: readonly Difference[];
  };
};

export type Difference = {
  readonly field: string;
  readonly recorded: string;
  readonly file: string;
};

export type Counts = {
  /** Lines that this import was the first to record. */
  readonly recorded: number;
  /** Lines that were there already. */
  readonly known: number;
  /** Of those, how many say something else here. */
  readonly differing: number;
};

/** Every line up to a row is recorded. */
export type ImportLinesRecorded = {
  readonly type: 'ImportLinesRecorded';
  readonly data: Counts & { readonly importId: string; readonly batch: number };
};

export type ImportFinished = {
  readonly type: 'ImportFinished';
  readonly data: Counts & { readonly importId: string; readonly finishedAt: string };
};

/** Every event of an `import-…` stream. */
export type ImportEvent =
  ImportStarted | ImportLineRefused | ImportLineDiffered | ImportLinesRecorded | ImportFinished;

/** What a bank or provider wrote may name a payer; of which customer, no line says. */
export const upcastImport = upcastOf<ImportEvent>('import', {
  ImportStarted: { personal: { startedBy: 'staff' } },
  ImportLineRefused: { personal: { raw: 'unsealed' } },
  ImportLineDiffered: { personal: { differences: 'unsealed' } },
  ImportLinesRecorded: { personal: {} },
  ImportFinished: { personal: {} },
});

/** One stream per file, by the hash of its bytes. */
export function importStream(importId: string): string {
  return `import-${importId}`;
}

/** Names every import in the order in which they began. */
export const IMPORTS_STREAM = 'imports';

export type ImportListed = {
  readonly type: 'ImportListed';
  readonly data: { readonly importId: string };
};

/** Keeps every mapping in every version. */
export const MAPPINGS_STREAM = 'statement-mappings';

export type StatementMappingSaved = {
  readonly type: 'StatementMappingSaved';
  readonly data: MappingName & {
    readonly mapping: CsvMapping;
    readonly savedBy: string;
    readonly savedAt: string;
  };
};

export const upcastMapping = upcastOf<StatementMappingSaved>('mapping', {
  StatementMappingSaved: { personal: { savedBy: 'staff' } },
});
