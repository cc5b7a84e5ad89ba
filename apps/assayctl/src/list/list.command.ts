import { InvalidArgumentError, type Command } from 'commander';
import { ApiClient } from '#client';
import type { Connection } from '../connection.js';
import { table } from '../table.js';
import { cellOf, LISTS, type List } from './lists.js';

type Options = Readonly<Record<string, string | number | true>>;
type Row = Readonly<Record<string, unknown>>;
type Page = { readonly items: readonly Row[]; readonly nextCursor?: string | null };

/** A list that a service answers: `assayctl payments --json`. @param command is named after it. */
export function listCommand(command: Command, connect: () => Connection): void {
  const list = LISTS[command.name()];
  if (list === undefined) throw new TypeError(`there is no list ${command.name()}`);
  command.option('--json', 'print the answer of the service');
  for (const [name, text] of Object.entries(list.filters ?? {})) {
    const flag = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    command.option(`--${flag} <${flag}>`, text);
  }
  if (list.pages) {
    command
      .option('--limit <n>', 'at most n rows', whole)
      .option('--cursor <cursor>', 'go on behind an earlier page');
  }
  command.action((options: Options) => print(connect(), list, options));
}

async function print(connection: Connection, list: List, options: Options): Promise<void> {
  const client = new ApiClient({ ...list.service(connection), attemptsMax: 2 });
  const answer = await client
    .send({ method: 'GET', path: pathOf(list, options) })
    .finally(() => client.close());
  if (options['json']) {
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    return;
  }
  const page = Array.isArray(answer) ? { items: answer as Row[] } : (answer as Page);
  const rows = page.items.map((row) => list.columns.map((path) => cellOf(row, path)));
  process.stdout.write(table([list.columns.map(headingOf), ...rows]));
  if (page.nextCursor) process.stdout.write(`more: --cursor ${page.nextCursor}\n`);
}

/** What asks for the list; every option but `--json` is the service's. */
function pathOf({ path }: List, { json: _json, ...asked }: Options): string {
  const query = new URLSearchParams(
    Object.entries(asked).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

/** `lastStartedAt` as `last started at`. */
function headingOf(path: string): string {
  return path.replaceAll('.', ' ').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function whole(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1.');
}
