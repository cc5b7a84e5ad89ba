import { randomUUID } from 'node:crypto';
import { Option, type Command } from 'commander';
import { OperationsClient } from '#client';
import type { Connection } from '../connection.js';
import { cellOf } from '../list/lists.js';
import { table } from '../table.js';

type Create = Parameters<OperationsClient['webhookEndpoints']['register']>[0]['body'];
type Edit = NonNullable<Parameters<OperationsClient['webhookEndpoints']['edit']>[0]['body']>;
type Query = NonNullable<
  Parameters<OperationsClient['webhookDeliveries']['ofEndpoint']>[0]['query']
>;
type Chosen = {
  readonly url?: string;
  readonly types?: readonly string[];
  readonly description?: string;
  readonly status?: 'active' | 'disabled';
  readonly json?: true;
};

/** For scripts that pass it everywhere: these answers are printed in no other form. */
const AS_JSON = ['--json', 'print the answer of the service, as it is without'] as const;

const COLUMNS = ['startedAt', 'outcome', 'attempt', 'type', 'paymentId', 'answer.status', 'reason'];

/** Webhook endpoints of the calling client; `endpoints` lists them. */
export function endpointCommand(command: Command, connect: () => Connection): void {
  const call = async (ask: (client: OperationsClient) => Promise<unknown>): Promise<unknown> => {
    const client = new OperationsClient({ ...connect().operations('service'), attemptsMax: 2 });
    return ask(client).finally(() => client.close());
  };
  const idempotencyKey = randomUUID();

  chosen(command.command('create').description('register a URL; its secret is shown once'))
    .argument('<url>', 'where to send webhooks')
    .action(async (url: string, options: Chosen) => {
      const body = { ...bodyOf(options), url } as Create;
      print(await call((client) => client.webhookEndpoints.register({ body, idempotencyKey })));
    });

  chosen(command.command('edit').description('change what the options name'))
    .argument('<id>', 'the endpointId')
    .option('--url <url>', 'where to send webhooks from now on')
    .addOption(new Option('--status <status>').choices(['active', 'disabled']))
    .action(async (endpointId: string, options: Chosen) => {
      const body = bodyOf(options) as Edit;
      const input = { endpointId, body, idempotencyKey };
      print(await call((client) => client.webhookEndpoints.edit(input)));
    });

  command
    .command('test')
    .description('send a test message and show the answer')
    .argument('<id>', 'the endpointId')
    .option(...AS_JSON)
    .action(async (endpointId: string) => {
      const input = { endpointId, idempotencyKey };
      print(await call((client) => client.webhookDeliveries.test(input)));
    });

  command
    .command('deliveries')
    .description('what was sent and what was answered, the latest first')
    .argument('<id>', 'the endpointId')
    .addOption(
      new Option('--outcome <outcome>', 'that ended so').choices([
        ...['arrived', 'failed', 'gone', 'unknown', 'under-way'],
      ]),
    )
    .option('--type <type>', 'as in payment.captured')
    .option('--limit <n>', 'at most n attempts')
    .option('--cursor <cursor>', 'go on behind an earlier page')
    .option('--json', 'print the answer of the service, with bodies')
    .action(async (endpointId: string, { json, ...asked }: Query & { json?: true }) => {
      const input = { endpointId, query: asked };
      const page = await call((client) => client.webhookDeliveries.ofEndpoint(input));
      if (json) print(page);
      else process.stdout.write(textOf(page as Page));
    });
}

type Page = {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly nextCursor: string | null;
};

function chosen(command: Command): Command {
  return command
    .option('--types <types...>', 'the types to send, or * for all')
    .option('--description <text>', 'a note of your own')
    .option(...AS_JSON);
}

function bodyOf({ types, json: _json, ...rest }: Chosen): object {
  return { ...rest, ...(types && { messageTypes: types }) };
}

function textOf({ items, nextCursor }: Page): string {
  const rows = items.map((item) => COLUMNS.map((path) => cellOf(item, path)));
  const more = nextCursor === null ? '' : `more: --cursor ${nextCursor}\n`;
  return table([COLUMNS, ...rows]) + more;
}

function print(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
