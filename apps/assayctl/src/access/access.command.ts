import { randomUUID } from 'node:crypto';
import { Command, Option } from 'commander';
import { CommandServiceClient } from '#client';
import { ROLES } from '#platform';
import type { Connection } from '../connection.js';
import { cellOf } from '../list/lists.js';
import { table } from '../table.js';
import type { Call } from './call.js';
import { peopleCommands } from './people.js';

type KeyBody = Parameters<CommandServiceClient['accessKeys']['make']>[0]['body'];
type Created = Omit<KeyBody, 'expiresAt'> & { readonly expires?: string; readonly json?: true };

const COLUMNS = ['keyId', 'client', 'role', 'person', 'status', 'expiresAt', 'lastUsedAt'];

/** Who may do what: keys and people of the ledger, and what they did. */
export function accessCommand(command: Command, connect: () => Connection): void {
  const call: Call = async (ask) => {
    const client = new CommandServiceClient({ ...connect().command('admin'), attemptsMax: 2 });
    return ask(client).finally(() => client.close());
  };
  const keys = new Command('keys').description('API keys that count in every service');
  keys.addCommand(listCommand(call));
  keys.addCommand(createCommand(call));
  keys.addCommand(revokeCommand(call));
  command.addCommand(keys);
  const asOperator: Call = async (ask) => {
    const client = new CommandServiceClient({ ...connect().command('operator'), attemptsMax: 2 });
    return ask(client).finally(() => client.close());
  };
  for (const each of peopleCommands(call, asOperator)) command.addCommand(each);
}

function listCommand(call: Call): Command {
  return new Command('list')
    .description('every key, the one made last first')
    .option('--json', 'print the answer of the service')
    .action(async ({ json }: { json?: true }) => {
      const answer = await call((client) => client.accessKeys.all());
      if (json) print(answer);
      else process.stdout.write(table([COLUMNS, ...answer.items.map(rowOf)]));
    });
}

function createCommand(call: Call): Command {
  return new Command('create')
    .description('make a key; it is shown once')
    .requiredOption('--client <name>', 'who will call')
    .addOption(
      new Option('--role <role>', 'what it may do').choices([...ROLES]).makeOptionMandatory(),
    )
    .option('--person <name>', 'whose it is; needed for every role but service')
    .option('--merchants <ids...>', 'the only merchants whose payments it sees and commands')
    .option('--operations <operations...>', 'the only ones it may call, as "GET /v1/payments"')
    .option('--expires <time>', 'until when, as in 2026-12-31T00:00:00Z')
    .option('--json', 'print the answer of the service')
    .action(async ({ json, expires, ...terms }: Created) => {
      const body = { ...terms, ...(expires !== undefined && { expiresAt: expires }) };
      const made = await call((client) =>
        client.accessKeys.make({ body, idempotencyKey: randomUUID() }),
      );
      if (json) print(made);
      else process.stdout.write(`key    ${made.key ?? ''}\nkeyId  ${made.keyId}\n`);
      process.stderr.write('It is kept nowhere: give it to the client now.\n');
    });
}

function revokeCommand(call: Call): Command {
  return new Command('revoke')
    .description('revoke a key in every service, for good')
    .argument('<id>', 'the keyId')
    .option('--note <text>', 'why')
    .option('--json', 'print the answer of the service')
    .action(async (keyId: string, { note, json }: { note?: string; json?: true }) => {
      const body = note === undefined ? {} : { note };
      const revoked = await call((client) => client.accessKeys.revoke({ keyId, body }));
      if (json) print(revoked);
      else process.stdout.write(`${keyId} of ${revoked.client} is ${revoked.status}\n`);
    });
}

function rowOf(item: object): string[] {
  return COLUMNS.map((path) => cellOf(item as Readonly<Record<string, unknown>>, path));
}

function print(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
