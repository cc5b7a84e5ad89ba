import { recordEvent, idOf, type EventStore } from '#event-store';
import { sumsByCurrency, type Money } from '#money';
import { Problem, type Clock, type Logger } from '#platform';
import {
  encodingOf,
  kindOf,
  readStatement,
  StatementFault,
  type Reading,
  type Source,
  type StatementItem,
  type StatementKind,
} from '#statements';
import { IMPORTS_STREAM, type Contents, type ImportStarted } from './import-events.js';
import { ImportRecords, type ImportRecord } from './import-records.js';
import { appendImport, recordImport } from './import-run.js';
import { masked } from './masked.js';
import { SpooledFile } from './spooled-file.js';
import type { SavedMapping, StatementMappings } from './statement-mappings.js';

export type Asked = {
  /** Left out: as the file itself tells. */
  readonly kind?: StatementKind;
  /** The name of a mapping, for a bank's CSV file. */
  readonly mapping?: string;
  /** Left out: its last one. */
  readonly mappingVersion?: number;
  /** What the person calls the file. */
  readonly name?: string;
};

export type Preview = Contents & {
  readonly importId: string;
  readonly bytes: number;
  readonly kind: StatementKind;
  readonly encoding: string;
  readonly mapping: SavedMapping | null;
  readonly items: readonly StatementItem[];
};

/** A file of a gigabyte has some millions of lines. */
export const FILE_BYTES_MAX = 1024 ** 3;

const PREVIEW_ITEMS = 20;
const NOTES_MAX = 20;

/** Imports of statement files: one at a time in this process, each into the ledger once. */
export class Imports {
  readonly #records: ImportRecords;
  readonly #stopping = new AbortController();
  readonly #running = new Map<string, { readonly done: Promise<void>; lines: number }>();

  constructor(
    private readonly store: EventStore,
    private readonly mappings: StatementMappings,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    this.#records = new ImportRecords(store, (id) => this.#running.get(id)?.lines ?? null);
  }

  get records(): ImportRecords {
    return this.#records;
  }

  /** Reads a file to its end and records nothing. @throws Problem `statement-…` */
  async preview(body: AsyncIterable<Uint8Array>, asked: Asked): Promise<Preview> {
    const file = await SpooledFile.from(body, FILE_BYTES_MAX);
    try {
      return await this.#look(file, asked);
    } finally {
      await file.close();
    }
  }

  /**
   * Begins to record a file, after all of it was read and found whole. The same file again answers
   * what became of it; one that was interrupted goes on.
   *
   * @throws Problem `statement-…` for a file of which nothing is recorded.
   */
  async start(
    body: AsyncIterable<Uint8Array>,
    asked: Asked,
    startedBy: string,
  ): Promise<ImportRecord> {
    const file = await SpooledFile.from(body, FILE_BYTES_MAX);
    let isTaken = false;
    try {
      const known = await this.#records.find(file.hash);
      if (known && known.status !== 'interrupted') return known;
      const found = await this.#look(file, known ? againOf(known, asked) : asked);
      const started = known ? known.started : await this.#begin(found, asked, startedBy);
      await this.#list(started);
      if (this.#running.has(file.hash)) return await this.#records.get(file.hash);
      this.#run(file, started, this.#readingOf(found));
      isTaken = true;
      return await this.#records.get(file.hash);
    } finally {
      if (!isTaken) await file.close();
    }
  }

  /** What is under way ends at its next step, and goes on when the file comes again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await Promise.all([...this.#running.values()].map(({ done }) => done));
  }

  async #look(file: SpooledFile, asked: Asked): Promise<Preview> {
    const { source } = file;
    const kind = asked.kind ?? (await refusing(kindOf(source)));
    const mapping = kind === 'bank-csv' ? await this.#mappingOf(asked) : null;
    const reading = { kind, mapping: mapping?.mapping ?? null, now: this.clock.now() };
    const found = await refusing(contentsOf(source, reading));
    const encoding = await encodingOf(source);
    return { importId: file.hash, bytes: file.bytes, kind, encoding, mapping, ...found };
  }

  async #begin(found: Preview, { name = '' }: Asked, startedBy: string) {
    const { items: _items, mapping, ...rest } = found;
    const named = mapping && { name: mapping.name, version: mapping.version };
    const startedAt = this.clock.nowIso;
    const data = { ...rest, name: name || null, mapping: named, startedBy, startedAt };
    await appendImport(this.store, data, [{ type: 'ImportStarted', data }]);
    return data satisfies ImportStarted['data'];
  }

  /** Safe to repeat: an import may have begun and not come as far as to be listed. */
  async #list({ importId, startedBy }: ImportStarted['data']): Promise<void> {
    const listed = { type: 'ImportListed', data: { importId } } as const;
    const cause = { client: startedBy, actor: startedBy, commandId: idOf('imports', importId) };
    await recordEvent(this.store, { stream: IMPORTS_STREAM }, cause, listed);
  }

  #run(file: SpooledFile, started: ImportStarted['data'], reading: Reading): void {
    const { importId } = started;
    const run = {
      ...{ store: this.store, clock: this.clock, started, source: file.source, reading },
      onProgress: (lines: number) => {
        const running = this.#running.get(importId);
        if (running) running.lines = lines;
      },
      stopping: this.#stopping.signal,
    };
    const done = recordImport(run)
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!this.#stopping.signal.aborted) {
          this.logger.error({ importId, err: error }, 'an import was interrupted; send it again');
        }
      })
      .finally(async () => {
        this.#running.delete(importId);
        await file.close();
      });
    this.#running.set(importId, { done, lines: 0 });
  }

  #readingOf({ kind, mapping }: Preview): Reading {
    return { kind, mapping: mapping?.mapping ?? null, now: this.clock.now() };
  }

  async #mappingOf({ mapping, mappingVersion }: Asked): Promise<SavedMapping> {
    if (mapping !== undefined) return this.mappings.named(mapping, mappingVersion);
    const names = (await this.mappings.all()).map(({ name }) => name).join(', ') || 'none yet';
    const message = `name the mapping that reads this bank's CSV files; there are: ${names}`;
    throw new Problem('request-invalid', undefined, [{ field: 'mapping', message }]);
  }
}

/** One that was interrupted goes on as it began. */
function againOf({ started: { kind, mapping } }: ImportRecord, asked: Asked): Asked {
  return {
    ...asked,
    kind,
    ...(mapping && { mapping: mapping.name, mappingVersion: mapping.version }),
  };
}

async function contentsOf(
  source: Source,
  reading: Reading,
): Promise<Contents & Pick<Preview, 'items'>> {
  const counts = { lines: 0, refused: 0, movedNothing: 0 };
  const notes: string[] = [];
  const items: StatementItem[] = [];
  let totals: Money[] = [];
  for await (const item of readStatement(source, reading)) {
    if (items.length < PREVIEW_ITEMS) items.push(masked(item));
    if (item.kind === 'refused') counts.refused += 1;
    else if (item.kind === 'moved-nothing') counts.movedNothing += 1;
    else if (item.kind === 'note') notes.push(`line ${item.row}: ${item.text}`);
    else {
      counts.lines += 1;
      totals = sumsByCurrency([...totals, netOf(item)]);
    }
  }
  const sums = totals.map((total) => total.toJSON());
  return { ...counts, totals: sums, notes: notes.slice(0, NOTES_MAX), items };
}

function netOf(item: Extract<StatementItem, { line: unknown }>): Money {
  if (item.kind === 'bank-line') return item.line.amount;
  const { amount, fee } = item.line;
  return amount.minus(fee);
}

/** @throws Problem of the same code as the fault. */
async function refusing<Found>(reading: Promise<Found>): Promise<Found> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof StatementFault)) throw error;
    throw new Problem(error.code, `line ${error.row}: ${error.message}`);
  }
}
