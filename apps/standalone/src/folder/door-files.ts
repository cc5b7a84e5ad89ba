import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { hashPassword, type UserAccount } from '#embedded-event-store';
import { replaceFileSync } from '#platform';
import { writeJson } from './json-file.js';

/** Where the event store's door of this system listens: for processes of this machine alone. */
export const DOOR_HOST = '127.0.0.1';

/** What each login at the door may do, by the groups that command-service knows. */
const GROUPS = {
  'projection-service': ['ledger-readers', 'ledger-writers'],
  'fraud-worker': ['ledger-readers', 'ledger-writers'],
  operations: ['ledger-readers', 'ledger-writers'],
} as const;

export type DoorLogin = keyof typeof GROUPS;

export const DOOR_LOGINS = Object.keys(GROUPS) as readonly DoorLogin[];

export type DoorFiles = Readonly<Record<'certificate' | 'key' | 'users', string>>;

const YEAR_MS = 365 * 86_400_000;

/** The door's files in its folder; not yet written. */
export function doorFilesIn(folder: string): DoorFiles {
  return {
    certificate: join(folder, 'certificate.pem'),
    key: join(folder, 'key.pem'),
    users: join(folder, 'users.json'),
  };
}

/** Writes a certificate for this machine and the users with their passwords. */
export async function writeDoorFiles(
  folder: string,
  passwords: Readonly<Record<DoorLogin, string>>,
): Promise<DoorFiles> {
  mkdirSync(folder, { recursive: true });
  const files = doorFilesIn(folder);
  const { cert, private: key } = await certificate();
  const users = await Promise.all(
    DOOR_LOGINS.map(async (login): Promise<UserAccount> => ({
      login,
      groups: GROUPS[login],
      passwordHash: await hashPassword(passwords[login]),
    })),
  );
  replaceFileSync(files.certificate, cert);
  replaceFileSync(files.key, key);
  writeJson(files.users, users);
  return files;
}

/** How a process with this login reaches the door. */
export function doorUrlOf(
  login: DoorLogin,
  { port, password, files }: { readonly port: number; password: string; files: DoorFiles },
): string {
  const options = `tls=true&tlsCAFile=${encodeURIComponent(files.certificate)}`;
  return `esdb://${login}:${password}@${DOOR_HOST}:${port}?${options}`;
}

/** Another one at every start, so that none runs out. */
function certificate() {
  return generate([{ name: 'commonName', value: 'Assay event store' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // Clocks may go back a little.
    notBeforeDate: new Date(Date.now() - 86_400_000),
    notAfterDate: new Date(Date.now() + 20 * YEAR_MS),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 7, ip: DOOR_HOST },
          { type: 2, value: 'localhost' },
        ],
      },
    ],
  });
}
