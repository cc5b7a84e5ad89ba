import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { PaymentsClient } from '#client';
import { nodeTransport } from '#client/node';
import type { Connection } from '../connection.js';
import { Failure } from '../failure.js';
import { Faults, faultsOf } from './check-lines.js';
import { drive } from './drive.js';
import type { DriveIdentity, Intent } from './payment-of-row.js';
import { summaryText } from './summary-text.js';
import { Transactions } from './transactions.js';

type Options = {
  readonly limit: number;
  readonly rate?: number;
  readonly concurrency: number;
  readonly intent: Intent;
  readonly run?: string;
  readonly json?: true;
  readonly keepGoing?: true;
};

/** Patience with a service that restarts: about half a minute. */
const ATTEMPTS_MAX = 15;

export function driveCommand(command: Command, connect: () => Connection): void {
  command
    .argument('<csv>', 'file with the columns tx_id,t,customer,terminal,amount_minor; may be .gz')
    .option('--limit <n>', 'send at most n rows', whole, Infinity)
    .option('--rate <n>', 'offer n payments per second (default: as fast as answers come)', whole)
    .option('--concurrency <n>', 'payments under way at once', whole, 16)
    .addOption(
      new Option('--intent <how far>', 'how far each payment goes')
        .choices(['initiate', 'authorise', 'capture'])
        .default('capture'),
    )
    .option('--run <id>', 'another id pays the same rows again (default: the file name)', runId)
    .option('--keep-going', 'send the good lines of a bad file, and list the others')
    .option('--json', 'print the summary as one JSON object')
    .action((file: string, options: Options) => runDrive(file, options, connect()));
}

async function runDrive(file: string, options: Options, connection: Connection): Promise<void> {
  const transactions = await Transactions.open(file);
  const identity = { run: options.run ?? runOf(file), intent: options.intent };
  if (!options.keepGoing) await refuseBad(transactions, { ...identity, limit: options.limit });
  const client = new PaymentsClient(
    connection.command('service', {
      attemptsMax: ATTEMPTS_MAX,
      transport: nodeTransport({ connectionsMax: options.concurrency }),
    }),
  );
  const bar = progressBar(transactions, options.limit);
  const faults = new Faults();
  const { summary, stopped } = await drive(transactions.lines(), client, {
    ...options,
    ...identity,
    rate: options.rate ?? null,
    onProgress: bar.update,
    onFault: (fault) => faults.add(fault),
  });
  bar.stop();
  client.close();
  process.stdout.write(options.json ? `${JSON.stringify(summary)}\n` : summaryText(summary));
  if (faults.count > 0) process.stderr.write(`not sent, of ${file}:\n${faults.text}\n`);
  if (stopped) throw stopped;
  if (summary.failed + faults.count > 0) process.exitCode = 1;
}

/** @throws Failure listing the lines that are no payments, before any other is sent. */
async function refuseBad(
  transactions: Transactions,
  selection: DriveIdentity & Pick<Options, 'limit'>,
): Promise<void> {
  const faults = await faultsOf(transactions.lines(), selection);
  if (faults.count === 0) return;
  throw new Failure(
    `nothing was sent, since some lines are no payments; mend them, or send the others with ` +
      `--keep-going\n${faults.text}`,
  );
}

/** Counts payments when the number of rows is known, else how much of the file was read. */
function progressBar(
  transactions: Transactions,
  limit: number,
): { update: (done: number) => void; stop: () => void } {
  const known = Number.isFinite(limit);
  const bar = new SingleBar({
    format: '{bar} {percentage} % | {payments} payments | {duration_formatted}',
    stream: process.stderr,
    hideCursor: true,
    barsize: 30,
  });
  bar.start(known ? limit : transactions.bytes, 0, { payments: 0 });
  return {
    update: (done) => bar.update(known ? done : transactions.bytesRead, { payments: done }),
    stop: () => bar.stop(),
  };
}

function whole(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

function runId(text: string): string {
  if (/^[\w.-]{1,64}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be 1 to 64 letters, digits, dots or dashes.');
}

function runOf(file: string): string {
  return basename(file)
    .replace(/\.csv(\.gz)?$/, '')
    .replaceAll(/[^\w.-]/g, '-')
    .slice(0, 64);
}
