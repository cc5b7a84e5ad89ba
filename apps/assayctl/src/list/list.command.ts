import { Command, InvalidArgumentError } from 'commander';
import { ApiClient } from '#client';
import type { Connection } from '../connection.js';
import { table } from '../table.js';
import { cellOf, LISTS, type List } from './lists.js';

type Options = { readonly json?: true; readonly limit?: number; readonly cursor?: string };
type Row = Readonly<Record<string, unknown>>;
type Page = { readonly items: readonly Row[]; readonly nextCursor?: string | null };

/** One command per list that a service answers: `assayctl payments --json`. */
export function listCommands(connect: () => Connection): Command[] {
  return LISTS.map((list) => {
    const command = new Command(list.name)
      .description(list.description)
      .option('--json', 'print the answer of the service');
    if (list.pages) {
      command
        .option('--limit <n>', 'at most n rows', whole)
        .option('--cursor <cursor>', 'go on behind an earlier page');
    }
    return command.action((options: Options) => print(connect(), list, options));
  });
}

async function print(connection: Connection, list: List, options: Options): Promise<void> {
  const client = new ApiClient({ ...list.service(connection), attemptsMax: 2 });
  const answer = await client
    .send({ method: 'GET', path: pathOf(list, options) })
    .finally(() => client.close());
  if (options.json) {
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    return;
  }
  const page = Array.isArray(answer) ? { items: answer as Row[] } : (answer as Page);
  const rows = page.items.map((row) => list.columns.map((path) => cellOf(row, path)));
  process.stdout.write(table([list.columns.map(headingOf), ...rows]));
  if (page.nextCursor) process.stdout.write(`more: --cursor ${page.nextCursor}\n`);
}

function pathOf({ path }: List, { limit, cursor }: Options): string {
  const query = new URLSearchParams({
    ...(limit !== undefined && { limit: String(limit) }),
    ...(cursor !== undefined && { cursor }),
  });
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
