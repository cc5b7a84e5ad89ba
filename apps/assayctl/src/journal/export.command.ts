import { Option, type Command } from 'commander';
import { NoAnswer } from '#client';
import type { Connection } from '../connection.js';
import { Failure } from '../failure.js';
import { asked, asOf, type Times, type Told } from './asked.js';
import { withTimes } from './balances.command.js';
import { toFile, toStandardOutput } from './export-targets.js';
import { instant } from './instant.js';

const FORMATS = ['beancount', 'ledger', 'csv', 'jsonl'] as const;
const BOOKS = ['money', 'all'] as const;

type Options = Told &
  Times & {
    readonly format: (typeof FORMATS)[number];
    readonly book?: (typeof BOOKS)[number];
    readonly recordedFrom?: string;
    readonly out?: string;
  };

/** The journal as a file of another program: `journal export`. */
export function exportCommand(command: Command, connect: () => Connection): void {
  withTimes(command)
    .addOption(
      new Option('--format <format>', 'what reads it; ledger is for hledger too')
        .choices([...FORMATS])
        .makeOptionMandatory(),
    )
    .option('--out <file>', 'write there once it is whole (default: print it)')
    .addOption(
      new Option('--book <book>', 'all: with the promises of money too').choices([...BOOKS]),
    )
    .option('--recorded-from <time>', 'only what was recorded from then on', instant)
    .option('--json', 'say position and size as one JSON object, on standard error')
    .action((options: Options) => exportJournal(connect(), options));
}

async function exportJournal(connection: Connection, options: Options): Promise<void> {
  const { format, book, recordedFrom, out } = options;
  const query = {
    ...asOf(options),
    format,
    ...(book !== undefined && { book }),
    ...(recordedFrom !== undefined && { recordedFrom }),
  };
  const written = { bytes: 0 };
  const stopped = new AbortController();
  const stop = (): void => stopped.abort(new Failure('the export was stopped'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    let position: string | null = null;
    await asked(connection, async (journal) => {
      const ask = async (): Promise<AsyncIterable<string>> => {
        const file = await journal.exportStream({ query }, { signal: stopped.signal });
        ({ position } = file);
        return counted(file.text, written);
      };
      await (out === undefined ? toStandardOutput(ask) : toFile(out, ask));
    });
    process.stderr.write(summaryOf(options, position, written.bytes));
  } catch (error) {
    throw error instanceof NoAnswer ? brokenOff(error, out, written.bytes) : error;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  }
}

function brokenOff({ code }: NoAnswer, out: string | undefined, bytes: number): Failure {
  const left = out === undefined ? 'what was printed is not whole' : `${out} was not written`;
  return new Failure(`the export broke off after ${bytes} bytes (${code}): ${left}; ask again`);
}

async function* counted(
  text: AsyncIterable<string>,
  written: { bytes: number },
): AsyncGenerator<string> {
  for await (const part of text) {
    yield part;
    written.bytes += Buffer.byteLength(part);
  }
}

/** How far it goes, and how the next one goes on behind it. */
function summaryOf(
  { json, format, out, known }: Options,
  position: string | null,
  bytes: number,
): string {
  if (json) return `${JSON.stringify({ position, bytes, format, file: out ?? null })}\n`;
  const next = known === undefined ? '' : `; the next: --recorded-from ${afterwards(known)}`;
  return `as of position ${position ?? 'unknown'}, ${bytes} bytes${next}\n`;
}

/** Times of the journal are whole milliseconds. */
function afterwards(known: string): string {
  return new Date(Date.parse(known) + 1).toISOString();
}
