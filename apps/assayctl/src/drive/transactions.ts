import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Transform, type TransformCallback } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { Failure } from '../failure.js';

const COLUMNS = ['tx_id', 't', 'customer', 'terminal', 'amount_minor'] as const;

/** One row of a public transaction file, as text. */
export type Row = Readonly<Record<(typeof COLUMNS)[number], string>> & {
  /** Line in the file, from 1; the heading is line 1. */
  readonly line: number;
  /** `1` or `0` where the file tells what turned out to be true; never sent. */
  readonly fraud?: string;
};

/** One line of the file: a row, or why it is none. */
export type Line = Row | Fault;

/** A line that is no payment. */
export type Fault = { readonly line: number; readonly fault: string };

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

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

  /**
   * Every line after the heading. The last one counts only when it ends: a file that was cut off
   * inside its last field would else pay a shorter amount.
   *
   * @throws Failure naming the file when it is not such a file, with any lines.
   */
  async *lines(): AsyncGenerator<Line> {
    const source = (this.#source = createReadStream(this.#file));
    const end = new LastByte();
    const parser = parse({ bom: true, info: true, relax_column_count: true });
    const settled = (): void => undefined; // The parser passes errors on to its reader.
    if (this.#file.endsWith('.gz')) pipeline(source, createGunzip(), end, parser, settled);
    else pipeline(source, end, parser, settled);
    let names: readonly string[] | null = null;
    let last: Line | null = null;
    try {
      for await (const { record, info } of parser as AsyncIterable<Parsed>) {
        if (last) yield last;
        if (names) last = lineOf(names, record, info.lines);
        else names = this.#checked(record);
      }
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure(reasonOf(error, this.#file));
    } finally {
      source.destroy();
    }
    if (!names) throw new Failure(`${this.#file} is empty; wanted are ${COLUMNS.join(', ')}`);
    if (last) yield end.isLineBreak ? last : { line: last.line, fault: CUT_OFF };
  }

  #checked(names: readonly string[]): readonly string[] {
    const missing = COLUMNS.filter((name) => !names.includes(name));
    if (missing.length > 0) {
      throw new Failure(
        `${this.#file}: the heading lacks ${missing.join(', ')}; it has ${names.join(', ')}, ` +
          `wanted are ${COLUMNS.join(', ')}`,
      );
    }
    const twice = names.filter((name, i) => names.indexOf(name) < i);
    if (twice.length === 0) return names;
    throw new Failure(`${this.#file}: the heading names ${twice.join(', ')} more than once`);
  }
}

const CUT_OFF = 'the file ends inside it; if it is whole, end it with a line break';

/** Passes a text through and remembers how it ended. */
class LastByte extends Transform {
  #last: number | undefined;

  get isLineBreak(): boolean {
    return this.#last === 0x0a || this.#last === 0x0d;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.#last = chunk.at(-1) ?? this.#last;
    done(null, chunk);
  }
}

function lineOf(names: readonly string[], record: readonly string[], line: number): Line {
  if (record.length !== names.length) {
    return { line, fault: `it has ${record.length} values, the heading ${names.length}` };
  }
  const values = Object.fromEntries(names.map((name, i) => [name, record[i] ?? '']));
  return { ...(values as Omit<Row, 'line'>), line };
}

function reasonOf(error: unknown, file: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `there is no file ${file}`;
  if (code === 'EISDIR') return `${file} is a folder, not a transaction file`;
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') return `${file} is not a whole gzip file`;
  if (error instanceof CsvError) return `${file}: ${message}`;
  return `${file} cannot be read: ${message}`;
}
