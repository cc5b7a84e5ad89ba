import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const USER = 'postgres';

/** Bits of the Linux capabilities that let a process enter any folder. */
const CAPABILITIES = { dac_read_search: 2n, dac_override: 1n } as const;

/** How to start a program that refuses to run as root. */
export type ServerUser = {
  /** Given to spawn; empty: as the caller is. */
  readonly options: { readonly uid?: number; readonly gid?: number };
  /** Put before the command; empty: nothing. */
  readonly prefix: readonly string[];
  /** Who must own the data; null: the caller. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
};

/**
 * Who PostgreSQL runs as. It refuses root, so root runs it as the user postgres, who is made where
 * there is none. Where that user may not enter a folder above the programs or the data, as below
 * a closed folder, it gets leave to enter folders and nothing else.
 *
 * @throws Error that says what to do when it cannot be arranged.
 */
export function serverUser(places: readonly string[]): ServerUser {
  if (process.getuid?.() !== 0) return { options: {}, prefix: [], owner: null };
  const owner = idsOf() ?? addUser();
  const closed = places.flatMap(foldersAbove).find(isClosed);
  if (closed === undefined) return { options: owner, prefix: [], owner };
  const capability = capabilityToEnter();
  if (capability === null) {
    throw new Error(
      `as root, PostgreSQL runs as the user ${USER}, who may not enter ${closed}; ` +
        `run "chmod o+x ${closed}", use another folder, or set DATABASE_URL`,
    );
  }
  const { uid, gid } = owner;
  const flag = `-all,+${capability}`;
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs'];
  // Without the bit, access(2) would ask as if the capability were not there.
  const leave = [
    '--securebits=+no_setuid_fixup',
    `--inh-caps=${flag}`,
    `--ambient-caps=${flag}`,
    `--bounding-set=${flag}`,
  ];
  return { options: {}, prefix: ['setpriv', ...ids, ...leave, '--'], owner };
}

function idsOf(): { uid: number; gid: number } | null {
  try {
    const id = (flag: string): number =>
      Number(
        execFileSync('id', [flag, USER], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function addUser(): { uid: number; gid: number } {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', USER]);
  } catch (cause) {
    throw new Error(
      `as root, PostgreSQL needs a user ${USER}, which could not be made; ` +
        'make one, run as another user, or set DATABASE_URL',
      { cause },
    );
  }
  const ids = idsOf();
  if (!ids) throw new Error(`the user ${USER} was made and is not there`);
  return ids;
}

/** The weaker capability if we have it; null without either, or without the program to pass it. */
function capabilityToEnter(): keyof typeof CAPABILITIES | null {
  try {
    execFileSync('setpriv', ['--version'], { stdio: 'ignore' });
    const [, effective = '0'] =
      /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    const held = BigInt(`0x${effective}`);
    const names = Object.keys(CAPABILITIES) as (keyof typeof CAPABILITIES)[];
    return names.find((name) => (held >> CAPABILITIES[name]) & 1n) ?? null;
  } catch {
    return null; // Not Linux, or not its usual tools.
  }
}

function isClosed(folder: string): boolean {
  return (statSync(folder).mode & 0o001) === 0;
}

function foldersAbove(place: string): string[] {
  const parent = dirname(place);
  return parent === place ? [] : [...foldersAbove(parent), parent];
}
