import { Injectable, type StreamableFile } from '@nestjs/common';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { addVary } from '#platform';
import { Views } from '../views/views.js';
import { Exports, type Exportable } from './exports.js';
import { formatOf, type RequestHeaders } from './formats.js';
import { listOf } from './list.js';
import type { ListQuery } from './list.request.js';
import type { ListResponse } from './list.response.js';
import type { Order } from './page.js';

type Request<Row extends ObjectLiteral> = {
  readonly query: ListQuery;
  readonly headers: RequestHeaders;
  readonly order: Order<Row>;
  /** What the caller may see of what was asked for. */
  readonly select: (manager: EntityManager) => SelectQueryBuilder<Row>;
};

/** What is needed of a Fastify reply. */
export type Reply = {
  header(name: string, value: string): unknown;
  getHeader(name: string): unknown;
};

/** Lists of the views, in pages or whole. */
@Injectable()
export class Lists {
  constructor(
    private readonly views: Views,
    private readonly exports: Exports,
  ) {}

  /** A page of JSON, or the whole list as a file, whichever the caller asked for. */
  async answer<Row extends ObjectLiteral, Item extends object>(
    list: Exportable<Row, Item>,
    { query, headers, order, select }: Request<Row>,
    reply: Reply,
  ): Promise<(ListResponse & { items: Item[] }) | StreamableFile> {
    const format = formatOf(query.format, headers);
    addVary(reply, 'accept');
    if (format !== 'json') {
      const { file, position } = await this.exports.of(list, { format, query, order, select });
      // As of which position the file is, since it has no field to say so.
      reply.header('assay-position', position);
      return file;
    }
    const { result, position } = await this.views.read(list.view, query, (manager) =>
      listOf(manager, select, { order, query }),
    );
    const { rows, ...page } = result;
    return { items: rows.map((row) => list.item(row)), ...page, position };
  }
}
