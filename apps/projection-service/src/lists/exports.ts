import { Injectable, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Problem } from '#platform';
import type { Plain } from '#projections';
import type { ViewName } from '../views/names.js';
import { Views } from '../views/views.js';
import { headOf, recordsOf, type Columns } from './csv.js';
import { MEDIA_TYPES, type ExportFormat } from './formats.js';
import type { ListQuery } from './list.request.js';
import { sort, type Order } from './page.js';

/** A list of a view that can be exported. */
export type Exportable<Row, Item extends object = object> = {
  readonly view: ViewName;
  /** Begins the name of the file. */
  readonly name: string;
  readonly columns: Columns<Row>;
  /** A row as a page of JSON has it. */
  readonly item: (row: Plain<Row>) => Item;
};

export type Export = { readonly file: StreamableFile; readonly position: string };

/** Each holds a connection of the pool for as long as its reader takes. */
const EXPORTS_MAX = 4;

/** However slowly it is read, the snapshot does not stay open for longer. */
const EXPORT_MS_MAX = 15 * 60_000;

type Asked<Row extends ObjectLiteral> = {
  readonly format: ExportFormat;
  readonly query: ListQuery;
  readonly order: Order<Row>;
  readonly select: (manager: EntityManager) => SelectQueryBuilder<Row>;
};

/** Whole lists as files. */
@Injectable()
export class Exports {
  #running = 0;

  constructor(private readonly views: Views) {}

  /**
   * All rows of a list as of one position, made as fast as the caller reads. When the caller
   * leaves, so does the query; what fails in the middle breaks the connection off, since a file
   * that ends early would look like a whole one.
   *
   * @throws Problem `exports-busy` when enough others are under way.
   */
  async of<Row extends ObjectLiteral>(
    list: Exportable<Row>,
    { format, query, order, select }: Asked<Row>,
  ): Promise<Export> {
    refuseParts(query);
    if (this.#running >= EXPORTS_MAX) throw new Problem('exports-busy');
    this.#running += 1;
    try {
      const { result, position } = await this.views.stream(list.view, query, (manager) =>
        sort(select(manager), order),
      );
      const lines = format === 'csv' ? csvLines(list, result) : jsonLines(list, result);
      const stream = Readable.from(lines, {
        objectMode: false,
        signal: AbortSignal.timeout(EXPORT_MS_MAX),
      });
      stream.once('close', () => {
        this.#running -= 1;
        // A generator that was never begun leaves its source open.
        void result.return?.();
      });
      const name = `${list.name}-${position.replace('/', '-')}.${format}`;
      const head = {
        type: MEDIA_TYPES[format],
        disposition: `attachment; filename="${name}"`,
      };
      return { file: new StreamableFile(stream, head), position };
    } catch (error) {
      this.#running -= 1;
      throw error;
    }
  }
}

async function* csvLines<Row>(
  { columns }: Exportable<Row>,
  rows: AsyncIterable<readonly Plain<Row>[]>,
): AsyncGenerator<string> {
  yield headOf(columns);
  for await (const some of rows) yield recordsOf(columns, some);
}

async function* jsonLines<Row>(
  { item }: Exportable<Row>,
  rows: AsyncIterable<readonly Plain<Row>[]>,
): AsyncGenerator<string> {
  for await (const some of rows) {
    yield some.map((row) => `${JSON.stringify(item(row))}\n`).join('');
  }
}

function refuseParts({ limit, cursor, total }: ListQuery): void {
  const parts = Object.entries({ limit, cursor, total }).filter(([, value]) => value !== undefined);
  if (parts.length === 0) return;
  const message = 'is of pages, and an export is the whole list; leave it out';
  throw new Problem(
    'request-invalid',
    undefined,
    parts.map(([field]) => ({ field, message })),
  );
}
