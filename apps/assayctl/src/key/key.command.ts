import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError, Option } from 'commander';
import { hashKey, ROLES, type Role } from '#platform';

/** 256 bits, so that a hash of it cannot be guessed back. */
const KEY_BYTES = 32;

export function keyCommand(command: Command): void {
  const create = new Command('create')
    .description('make an API key; it is shown once and kept nowhere')
    .requiredOption('--client <name>', 'who will call', clientName)
    .addOption(
      new Option('--role <role>', 'what it may do').choices([...ROLES]).makeOptionMandatory(),
    )
    .option('--json', 'print key and entry as one JSON object')
    .action(({ client, role, json }: { client: string; role: Role; json?: true }) => {
      const key = `assay_${randomBytes(KEY_BYTES).toString('base64url')}`;
      const entry = `${client}:${role}:${hashKey(key)}`;
      process.stdout.write(
        json ? `${JSON.stringify({ key, entry })}\n` : `key       ${key}\nAPI_KEYS  ${entry}\n`,
      );
      process.stderr.write(
        'Give the key to the client; add the entry to API_KEYS, after a comma.\n',
      );
    });
  command.addCommand(create);
}

function clientName(text: string): string {
  if (/^[a-z0-9-]{1,64}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be 1 to 64 lower-case letters, digits or dashes.');
}
