import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const OTHERS = 0o077;
/** May be passed through by the user that PostgreSQL runs as, not listed. */
const PASSED_THROUGH = 0o711;
const OWNER_ONLY = 0o700;

/** PostgreSQL closes its folder itself, and refuses any other modes. */
const POSTGRES = /^postgres(\.draft|\.password)?$/;

/** Takes the rights of group and others from all below a data folder, as an older start left it. */
export function closeToOthers(folder: string): void {
  chmodSync(folder, process.getuid?.() === 0 ? PASSED_THROUGH : OWNER_ONLY);
  for (const name of readdirSync(folder)) if (!POSTGRES.test(name)) close(join(folder, name));
}

function close(path: string): void {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return; // What it leads to belongs elsewhere.
  if ((stats.mode & OTHERS) !== 0) chmodSync(path, stats.mode & 0o700);
  if (stats.isDirectory()) for (const name of readdirSync(path)) close(join(path, name));
}
