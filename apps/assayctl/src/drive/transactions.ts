import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { Failure } from '../failure.js';

const COLUMNS = ['tx_id', 't', 'customer', 'terminal', 'amount_minor'] as const;

/** One row of a public transaction file, as text. */
export type Row = Readonly<Record<(typeof COLUMNS)[number], string>> & {
  /** Line in the file, from 1; the heading is line 1. */
  readonly line: number;
};

type Parsed = { readonly record: Readonly<Record<string, string>>; readonly info: Info };
type Info = { readonly lines: number };

/** A transaction file, read row by row and never whole. */
export class Transactions {
  readonly #file: string;
  #source: ReadStream | null = null;

  private constructor(
    file: string,
    /** Size of the file as it lies on disk. */
    readonly bytes: number,
  ) {
    this.#file = file;
  }

  /** @throws Failure when there is no such file. */
  static async open(file: string): Promise<Transactions> {
    const { size } = await stat(file).catch((error: unknown) => {
      throw new Failure(reasonOf(error, file));
    });
    return new Transactions(file, size);
  }

  /** How much of the file was read so far. */
  get bytesRead(): number {
    return this.#source?.bytesRead ?? 0;
  }

  /** @throws Failure naming the file and line when it is not such a file. */
  async *rows(): AsyncIterable<Row> {
    const source = (this.#source = createReadStream(this.#file));
    const parser = parse({ columns: (names: string[]) => this.#checked(names), info: true });
    const settled = (): void => undefined; // The parser passes errors on to its reader.
    if (this.#file.endsWith('.gz')) pipeline(source, createGunzip(), parser, settled);
    else pipeline(source, parser, settled);
    try {
      for await (const { record, info } of parser as AsyncIterable<Parsed>) {
        yield { ...(record as Omit<Row, 'line'>), line: info.lines };
      }
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure(reasonOf(error, this.#file));
    } finally {
      source.destroy();
    }
  }

  #checked(names: readonly string[]): string[] {
    const missing = COLUMNS.filter((name) => !names.includes(name));
    if (missing.length === 0) return [...names];
    throw new Failure(
      `${this.#file}: the heading lacks ${missing.join(', ')}; it has ${names.join(', ')}, ` +
        `wanted are ${COLUMNS.join(', ')}`,
    );
  }
}

function reasonOf(error: unknown, file: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `there is no file ${file}`;
  if (code === 'EISDIR') return `${file} is a folder, not a transaction file`;
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') return `${file} is not a whole gzip file`;
  if (error instanceof CsvError) return `${file}: ${message}`;
  return `${file} cannot be read: ${message}`;
}
