import { Injectable, Optional, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Problem } from '#platform';
import { SealedTexts } from '#privacy';
import type { Plain } from '#projections';
import type { ViewName } from '../views/names.js';
import type { PositionQuery } from '../views/position.request.js';
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

/** A file that is made from the rows of a view. */
export type ExportFile<Row extends ObjectLiteral> = {
  readonly view: ViewName;
  /** Begins the name of the file. */
  readonly name: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly select: (manager: EntityManager) => SelectQueryBuilder<Row>;
  /** @param manager reads more of the view, as of the same position. */
  readonly lines: (
    rows: AsyncIterable<readonly Plain<Row>[]>,
    manager: EntityManager,
  ) => AsyncIterable<string>;
};

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

  constructor(
    private readonly views: Views,
    @Optional() private readonly texts?: SealedTexts,
  ) {}

  /**
   * All rows of a list.
   *
   * @throws Problem `exports-busy` when enough others are under way.
   */
  async of<Row extends ObjectLiteral>(
    list: Exportable<Row>,
    { format, query, order, select }: Asked<Row>,
  ): Promise<Export> {
    refuseParts(query);
    const { view, name } = list;
    return this.file(query, {
      view,
      name,
      extension: format,
      mediaType: MEDIA_TYPES[format],
      select: (manager) => sort(select(manager), order),
      lines: (rows) =>
        format === 'csv' ? this.#csvLines(list, rows) : this.#jsonLines(list, rows),
    });
  }

  /**
   * A file as of one position, made as fast as the caller reads. When the caller leaves, so does
   * the query; what fails in the middle breaks the connection off, since a file that ends early
   * would look like a whole one.
   *
   * @throws Problem `exports-busy` when enough others are under way.
   */
  async file<Row extends ObjectLiteral>(
    query: PositionQuery,
    { view, name, extension, mediaType, select, lines }: ExportFile<Row>,
  ): Promise<Export> {
    if (this.#running >= EXPORTS_MAX) throw new Problem('exports-busy');
    this.#running += 1;
    try {
      const snapshot: { manager?: EntityManager } = {};
      const { result, position } = await this.views.stream(view, query, (manager) => {
        snapshot.manager = manager;
        return select(manager);
      });
      const { manager } = snapshot;
      if (!manager) throw new TypeError('rows were streamed without a query');
      const stream = Readable.from(lines(result, manager), {
        objectMode: false,
        signal: AbortSignal.timeout(EXPORT_MS_MAX),
      });
      stream.once('close', () => {
        this.#running -= 1;
        // A generator that was never begun leaves its source open.
        void result.return?.();
      });
      const file = `${name}-${position.replace('/', '-')}.${extension}`;
      const disposition = `attachment; filename="${file}"`;
      return { file: new StreamableFile(stream, { type: mediaType, disposition }), position };
    } catch (error) {
      this.#running -= 1;
      throw error;
    }
  }

  async *#csvLines<Row>(
    { columns }: Exportable<Row>,
    rows: AsyncIterable<readonly Plain<Row>[]>,
  ): AsyncGenerator<string> {
    yield headOf(columns);
    for await (const some of rows) {
      yield recordsOf(columns, some, (text) => this.texts?.inCell(text) ?? text);
    }
  }

  async *#jsonLines<Row>(
    { item }: Exportable<Row>,
    rows: AsyncIterable<readonly Plain<Row>[]>,
  ): AsyncGenerator<string> {
    for await (const some of rows) {
      const lines = some.map((row) => `${JSON.stringify(item(row))}\n`).join('');
      yield this.texts?.inJson(lines) ?? lines;
    }
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
