import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { OperationsClient } from '#client';
import type { Connection } from '../connection.js';
import { Failure } from '../failure.js';
import { readJsonFile } from '../policy/read-json-file.js';
import { differingText, importText, listText, mappingsText, refusedText } from './import-text.js';
import { previewText, type Previewed } from './preview-text.js';
import { sendFile, statOf } from './send-file.js';

type Options = { readonly kind?: string; readonly mapping?: string; readonly json?: true };
type Paged = { readonly limit?: string; readonly cursor?: string; readonly json?: true };

const AS_JSON = ['--json', 'print the answer of the service'] as const;

/** Lines of the file were refused, or say something else than what is recorded. */
const NOT_ALL_WELL = 3;

const EXIT_CODES = `
Exit codes:
  0  every line of the file is recorded
  1  nothing was recorded, or not to the end; the message says why
  2  wrong usage
  3  some lines were refused, or differ from what was recorded before; "imports refused" names them
`;

/** How often a running import is asked how far it is. */
const ASK_EVERY_MS = 500;

type Call = <Answer>(ask: (client: OperationsClient) => Promise<Answer>) => Promise<Answer>;

export function importsCommand(command: Command, connect: () => Connection): void {
  const call: Call = async (ask) => {
    const client = new OperationsClient({ ...connect().operations('operator'), attemptsMax: 5 });
    return ask(client).finally(() => client.close());
  };
  fileCommands(command, connect, call);
  readCommands(command, call);
  mappingCommands(command, call);
}

function fileCommands(command: Command, connect: () => Connection, call: Call): void {
  ofFile(command.command('preview').description('what a file holds; nothing is recorded'))
    .addHelpText('after', EXIT_CODES)
    .action(async (file: string, { json, ...query }: Options) => {
      const found = (await sent(connect(), file, '/v1/imports/preview', query)) as Previewed;
      print(json, found, previewText);
      if (found.refused > 0) process.exitCode = NOT_ALL_WELL;
    });

  ofFile(command.command('run').description('record the lines of a file, each once'))
    .addHelpText('after', EXIT_CODES)
    .action(async (file: string, { json, ...query }: Options) => {
      const named = { ...query, name: basename(file) };
      const begun = (await sent(connect(), file, '/v1/imports', named)) as ImportResponse;
      const done = await call((client) => finished(client, begun));
      print(json, done, importText);
      if (done.refused + (done.differing ?? 0) > 0) process.exitCode = NOT_ALL_WELL;
    });
}

function readCommands(command: Command, call: Call): void {
  paged(command.command('list').description('imports, the latest first')).action(
    async ({ json, ...query }: Paged) => {
      const asked = queryOf(query);
      print(json, await call((client) => client.imports.list({ query: asked })), listText);
    },
  );

  command
    .command('show')
    .description('one import: what its file holds and what became of it')
    .argument('<id>', 'the importId')
    .option(...AS_JSON)
    .action(async (importId: string, { json }: Options) => {
      print(json, await call((client) => client.imports.read({ importId })), importText);
    });

  paged(command.command('refused').description('lines that could not be read, and why'))
    .argument('<id>', 'the importId')
    .action(async (importId: string, { json, ...query }: Paged) => {
      const input = { importId, query: queryOf(query) };
      print(json, await call((client) => client.imports.refused(input)), refusedText);
    });

  paged(command.command('differing').description('lines that contradict what was recorded before'))
    .argument('<id>', 'the importId')
    .action(async (importId: string, { json, ...query }: Paged) => {
      const input = { importId, query: queryOf(query) };
      print(json, await call((client) => client.imports.differing(input)), differingText);
    });
}

function mappingCommands(command: Command, call: Call): void {
  command
    .command('mappings')
    .description('saved mappings of banks’ CSV files')
    .option(...AS_JSON)
    .action(async ({ json }: Options) => {
      print(json, await call((client) => client.importMappings.list()), mappingsText);
    });

  command
    .command('map')
    .description('save a mapping; another one by the same name is a new version')
    .argument('<name>', 'small letters, digits and dashes')
    .argument('<file>', 'the mapping as JSON')
    .option(...AS_JSON)
    .action(async (name: string, file: string, { json }: Options) => {
      const body = readJsonFile(file) as Mapping;
      const saved = await call((client) => client.importMappings.save({ name, body }));
      print(json, saved, (one) => mappingsText([one]));
    });
}

type ImportResponse = Awaited<ReturnType<OperationsClient['imports']['read']>>;

type Mapping = Parameters<OperationsClient['importMappings']['save']>[0]['body'];

function ofFile(command: Command): Command {
  return command
    .argument('<file>', 'the file as the provider or the bank made it')
    .option('--kind <kind>', 'its kind, where it cannot be told from the file')
    .option('--mapping <name>', 'the saved mapping of a bank’s CSV file')
    .option(...AS_JSON);
}

function paged(command: Command): Command {
  return command
    .option('--limit <n>', 'at most n items')
    .option('--cursor <cursor>', 'go on behind an earlier page')
    .option(...AS_JSON);
}

function queryOf({ limit, cursor }: Paged): { limit?: number; cursor?: string } {
  return {
    ...(limit !== undefined && { limit: Number(limit) }),
    ...(cursor !== undefined && { cursor }),
  };
}

/** Sends a file with a bar of the bytes that are sent. */
async function sent(
  connection: Connection,
  file: string,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { size } = await statOf(file);
  const bar = progressBar('sent', size);
  try {
    const onSent = (bytes: number): void => bar.update(bytes);
    return await sendFile(connection.operations('operator'), { file, path, query, onSent });
  } finally {
    bar.stop();
  }
}

/** @throws Failure when it was interrupted. */
async function finished(client: OperationsClient, begun: ImportResponse): Promise<ImportResponse> {
  const { importId, lines } = begun;
  const bar = progressBar('recorded', lines);
  try {
    let now = begun;
    for (; now.status === 'running'; now = await client.imports.read({ importId })) {
      if (now.linesDone !== null) bar.update(now.linesDone);
      await sleep(ASK_EVERY_MS);
    }
    if (now.status === 'finished') return now;
    throw new Failure('the import was interrupted; run it again, and it goes on where it was');
  } finally {
    bar.stop();
  }
}

function progressBar(what: string, total: number): SingleBar {
  const bar = new SingleBar({
    format: `{bar} {percentage} % ${what} | {duration_formatted}`,
    stream: process.stderr,
    hideCursor: true,
    barsize: 30,
  });
  bar.start(Math.max(total, 1), 0);
  return bar;
}

function print<Answer>(json: true | undefined, answer: Answer, text: (answer: Answer) => string) {
  process.stdout.write(json ? `${JSON.stringify(answer)}\n` : text(answer));
}
