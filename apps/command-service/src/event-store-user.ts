import { text } from 'node:stream/consumers';
import { hashPassword } from '#embedded-event-store';

/** Prints an entry for EVENTSTORE_USERS_FILE. The password comes on standard input. */
const [login, ...groups] = process.argv.slice(2);
if (login === undefined) {
  process.stderr.write('which login? event-store-user LOGIN [GROUP…], the password on stdin\n');
  process.exit(2);
}

const password = (await text(process.stdin)).replace(/\r?\n$/, '');
if (password === '') {
  process.stderr.write('the password on standard input must not be empty\n');
  process.exit(2);
}

const passwordHash = await hashPassword(password);
process.stdout.write(`${JSON.stringify({ login, groups, passwordHash })}\n`);
