import type { ApiClient } from './api-client.js';
import { csvRecords } from './csv.js';
import { callOf, callOperation, type CallOptions } from './operation.js';

export type EachOptions = CallOptions & {
  /** Ends after so many, in the middle of a page where that is. */
  readonly itemsMax?: number;
};

/** A file as it comes. */
export type Exported = {
  /** As of which position it is; null where a proxy keeps that header to itself. */
  readonly position: string | null;
  /** @throws NoAnswer when the answer breaks off: what came until then is not the whole file. */
  readonly text: AsyncIterable<string>;
};

/** A line of CSV by the headings of its columns. */
export type CsvRow = Readonly<Record<string, string>>;

type Listed = { readonly path: string; readonly input?: object };

type Query = Readonly<Record<string, unknown>>;

/**
 * Every item of a list, page by page. The filters stay as they are: a cursor holds for those it
 * was made with. `query.limit` is the length of a page, `query.cursor` where to begin.
 */
export async function* eachItem<Item>(
  api: ApiClient,
  { path, input = {} }: Listed,
  field: string,
  { itemsMax = Infinity, ...options }: EachOptions = {},
): AsyncGenerator<Item> {
  let query: Query = (input as { readonly query?: Query }).query ?? {};
  for (let left = itemsMax; left > 0;) {
    const list = {
      method: 'GET',
      path,
      input: { ...input, query: { ...query, format: undefined } },
    };
    const page = await callOperation<Query>(api, list, options);
    const items = (page[field] as readonly Item[]).slice(0, left);
    yield* items;
    left -= items.length;
    const cursor = page['nextCursor'];
    if (typeof cursor !== 'string') return;
    if (cursor === query['cursor']) throw new TypeError(`${path} leads from a page to itself`);
    query = { ...query, cursor };
  }
}

/**
 * Every item of a list in one answer, as of one position, however long it is.
 *
 * @throws NoAnswer when the answer breaks off: what came until then is not the whole list.
 */
export async function* eachRow<Row>(
  api: ApiClient,
  list: Listed,
  options: CallOptions = {},
): AsyncGenerator<Row> {
  for await (const line of linesOf(await exported(api, list, 'jsonl', options))) {
    yield JSON.parse(line) as Row;
  }
}

/** The same as CSV, which has the columns of a spreadsheet; all of them are texts. */
export async function* eachCsvRow(
  api: ApiClient,
  list: Listed,
  options: CallOptions = {},
): AsyncGenerator<CsvRow> {
  let headings: readonly string[] | null = null;
  for await (const record of csvRecords(await exported(api, list, 'csv', options))) {
    if (headings === null) headings = record;
    else yield Object.fromEntries(headings.map((name, index) => [name, record[index] ?? '']));
  }
}

/**
 * A file of any length, in the format that the query names. It is asked for again only until it
 * begins.
 */
export async function streamed(
  api: ApiClient,
  { path, input = {} }: Listed,
  options: CallOptions = {},
): Promise<Exported> {
  const { header, text } = await api.stream(callOf({ method: 'GET', path, input }, options));
  return { position: header('assay-position'), text };
}

async function exported(
  api: ApiClient,
  { path, input = {} }: Listed,
  format: string,
  options: CallOptions,
): Promise<AsyncIterable<string>> {
  const { query } = input as { readonly query?: Query };
  const list = { method: 'GET', path, input: { ...input, query: { ...query, format } } };
  return (await api.stream(callOf(list, options))).text;
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const part of text) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
  if (rest !== '') yield rest;
}
