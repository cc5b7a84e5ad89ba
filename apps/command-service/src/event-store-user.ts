import { text } from 'node:stream/consumers';
import { hashPassword } from '#embedded-event-store';
import { readArguments } from '#environment';

const USAGE = `usage: npm run -s event-store-user -- LOGIN [GROUP …]

Prints an entry for EVENTSTORE_USERS_FILE. The password comes on standard input.
`;

const { positionals } = readArguments(USAGE, {}, { min: 1, max: Infinity });
const [login = '', ...groups] = positionals;

const password = (await text(process.stdin)).replace(/\r?\n$/, '');
if (password === '') {
  process.stderr.write('the password on standard input must not be empty\n');
  process.exit(2);
}

const passwordHash = await hashPassword(password);
process.stdout.write(`${JSON.stringify({ login, groups, passwordHash })}\n`);
