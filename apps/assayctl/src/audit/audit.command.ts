import { fileURLToPath } from 'node:url';
import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import type { LogVerification } from '#audit';
import { OperationsClient } from '#client';
import { RemoteEventStore } from '#event-store';
import type { Connection } from '../connection.js';
import { lineOf } from '../failure.js';
import { checkBundle } from './check-bundle.js';
import { diffCommand } from './diff.command.js';
import { Evidence } from './evidence.js';
import { exportBundle } from './export-bundle.js';
import { headsOf, verifyLive } from './live-verification.js';
import { asOfCommand, replayCommand } from './replay.command.js';
import { trustIn, type Trust } from './trusted-heads.js';
import { verifyViews, viewsCommand } from './views.command.js';
import { differenceText, reportOf, verifiedText } from './verification-report.js';

const DIFFERENT = 1;
const NOT_FINISHED = 3;

const EXIT_CODES = `
Exit codes: 0 everything fits; 1 something does not fit what was signed; 2 wrong usage;
3 it could not be checked, as when a service is away.`;

/** From dist/apps/assayctl/src/audit. */
const VERIFIER = fileURLToPath(new URL('../../../../../docs/audit/verify.mjs', import.meta.url));

type Connect = () => Connection;
type VerifyOptions = {
  readonly key: readonly string[];
  readonly heads?: string;
  readonly json?: true;
};
type ExportOptions = VerifyOptions & {
  readonly stream: readonly string[];
  readonly from?: string;
  readonly to?: string;
};

export function auditCommand(command: Command, connect: Connect): void {
  command
    .addCommand(verifyCommand(connect))
    .addCommand(exportCommand(connect))
    .addCommand(signCommand(connect))
    .addCommand(replayCommand(connect))
    .addCommand(asOfCommand(connect))
    .addCommand(diffCommand(connect))
    .addCommand(viewsAudit(connect));
}

function viewsAudit(connect: Connect): Command {
  return viewsCommand((options) =>
    finished(() =>
      verifyViews(connect(), (operations) => trustOf(options.key, operations), options),
    ),
  )
    .option('--key <key>', 'public key you trust, or a file with it; may be repeated', collect, [])
    .addHelpText('after', EXIT_CODES);
}

function verifyCommand(connect: Connect): Command {
  return new Command('verify')
    .description('read every event again and compare them with the signed heads')
    .argument('[export]', 'folder of an export: check that instead, without any service')
    .option('--key <key>', 'public key you trust, or a file with it; may be repeated', collect, [])
    .option('--heads <folder>', 'heads that you, or a witness, kept: they have to fit as well')
    .option('--json', 'print the result as one JSON object')
    .addHelpText('after', EXIT_CODES)
    .action((folder: string | undefined, options: VerifyOptions) =>
      finished(() =>
        folder === undefined ? verifyStore(connect(), options) : verifyExport(folder, options),
      ),
    );
}

function exportCommand(connect: Connect): Command {
  return new Command('export')
    .description('write events, proofs, heads and a verifier into a folder')
    .argument('<folder>', 'a new folder')
    .option('--stream <name>', 'only this stream; may be repeated', collect, [])
    .option('--from <time>', 'only events recorded at or after, as 2026-09-01T00:00:00Z', time)
    .option('--to <time>', 'only events recorded before', time)
    .option('--key <key>', 'public key you trust, or a file with it; may be repeated', collect, [])
    .option('--heads <folder>', 'heads that you, or a witness, kept: they go into the export')
    .option('--json', 'print the manifest')
    .addHelpText('after', EXIT_CODES)
    .action((folder: string, options: ExportOptions) =>
      finished(() => exportStore(connect(), folder, options)),
    );
}

function signCommand(connect: Connect): Command {
  return new Command('sign')
    .description('have a head signed of all there is now, and print it to keep')
    .option('--json', 'print the answer of the service')
    .action(({ json }: { json?: true }) =>
      finished(async () => {
        const operations = new OperationsClient(connect().operations('auditor'));
        const head = await operations.audit.sign().finally(() => operations.close());
        process.stdout.write(json ? `${JSON.stringify(head)}\n` : head.note);
      }),
    );
}

/** Says what does not fit, or why nothing is known, with the exit code for it. */
async function finished(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isEvidence = error instanceof Evidence;
    const line = isEvidence ? `NOT VERIFIED: ${error.message}` : await lineOf(error);
    process.stderr.write(`assayctl: ${line}\n`);
    process.exitCode = isEvidence ? DIFFERENT : NOT_FINISHED;
  }
}

async function verifyStore(connection: Connection, options: VerifyOptions): Promise<void> {
  const store = RemoteEventStore.connect(connection.storeUrl);
  const operations = new OperationsClient(connection.operations('auditor'));
  const bar = progressBar();
  try {
    const trust = await trustOf(options.key, operations);
    const keptHeads = options.heads ?? null;
    const found = await verifyLive({ store, trust, keptHeads, operations, onProgress: bar.update });
    bar.stop();
    tellVerified(trust.origin, found, options);
  } finally {
    bar.stop();
    operations.close();
    await store.close();
  }
}

/** @throws Evidence naming the first event that differs. */
function tellVerified(origin: string, found: LogVerification, options: VerifyOptions): void {
  const { difference } = found;
  if (options.json) {
    process.stdout.write(`${JSON.stringify(reportOf(origin, found))}\n`);
    if (difference) process.exitCode = DIFFERENT;
    return;
  }
  if (difference) throw new Evidence(differenceText(difference));
  process.stdout.write(verifiedText(origin, found));
  if (options.key.length === 0) adviseKey();
}

async function verifyExport(folder: string, { key, json }: VerifyOptions): Promise<void> {
  const isOwn = key.length === 0;
  const found = await checkBundle(folder, trustIn(isOwn ? [`${folder}/key.txt`] : key));
  if (json) process.stdout.write(`${JSON.stringify({ verified: true, ...found })}\n`);
  else {
    process.stdout.write(
      `verified: ${found.events} events, ${found.heads} heads, the last of ${found.headSize}\n`,
    );
  }
  if (isOwn) adviseKey();
}

async function exportStore(
  connection: Connection,
  folder: string,
  options: ExportOptions,
): Promise<void> {
  const store = RemoteEventStore.connect(connection.storeUrl);
  const operations = new OperationsClient(connection.operations('auditor'));
  const bar = progressBar();
  const { stream: streams, from = null, to = null } = options;
  const isWhole = streams.length === 0 && from === null && to === null;
  try {
    const trust = await trustOf(options.key, operations);
    const manifest = await exportBundle({
      log: store,
      trust,
      heads: await headsOf({ store, trust, keptHeads: options.heads ?? null }),
      selection: isWhole ? null : { streams, from, to },
      folder,
      verifier: VERIFIER,
      now: new Date(),
      onProgress: bar.update,
    });
    bar.stop();
    process.stdout.write(
      options.json
        ? `${JSON.stringify(manifest)}\n`
        : `exported ${manifest.events} events to ${folder}; check: node ${folder}/verify.mjs\n`,
    );
  } finally {
    bar.stop();
    operations.close();
    await store.close();
  }
}

async function trustOf(given: readonly string[], operations: OperationsClient): Promise<Trust> {
  if (given.length > 0) return trustIn(given);
  const known = (await operations.audit.keys()).map(({ key }) => key);
  const [name] = (known[0] ?? '').split('+');
  return trustIn(known.filter((key) => key.startsWith(`${name ?? ''}+`)));
}

function adviseKey(): void {
  process.stderr.write(
    'The key came from where the events came from. Name the one you were given with --key.\n',
  );
}

function progressBar(): { update: (done: number, total: number) => void; stop: () => void } {
  const bar = new SingleBar({
    format: '{bar} {percentage} % | {value} of {total} events | {duration_formatted}',
    stream: process.stderr,
    hideCursor: true,
    barsize: 30,
  });
  let isStarted = false;
  return {
    update: (done, total) => {
      if (!isStarted) bar.start(total, 0);
      isStarted = true;
      bar.update(Math.min(done, total));
    },
    stop: () => bar.stop(),
  };
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function time(text: string): string {
  if (Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('It must be a time such as 2026-09-01T00:00:00Z.');
  }
  return new Date(text).toISOString();
}
