import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { KEY_BYTES, MasterKeys } from './master-key.js';

const FORM = /^[0-9a-f]{64}$/i;
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/**
 * The master keys that are configured, or those of a file, which is made when there is none.
 *
 * @param configured hexadecimal, the one that wraps from now on first, separated by commas; empty:
 *   those of the file, a line each.
 * @throws RangeError naming what holds no key.
 */
export function masterKeysFrom(configured: string, file: string): MasterKeys {
  const source = configured === '' ? file : 'PRIVACY_MASTER_KEY';
  const texts = configured === '' ? linesOf(file) : configured.split(',');
  const keys = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (keys.length === 0 || keys.some((key) => !FORM.test(key))) {
    throw new RangeError(`${source} must hold master keys of 64 hexadecimal digits each`);
  }
  return new MasterKeys(keys.map((key) => Buffer.from(key, 'hex')));
}

function linesOf(file: string): string[] {
  mkdirSync(dirname(file), { recursive: true, mode: FOLDER_MODE });
  const made = `${randomBytes(KEY_BYTES).toString('hex')}\n`;
  try {
    writeFileSync(file, made, { flag: 'wx', mode: FILE_MODE, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').split('\n');
}
