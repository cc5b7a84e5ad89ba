import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile, replaceFileSync } from './replace-file.js';

const FOLDER = mkdtempSync(join(tmpdir(), 'assay-replace-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

describe.each([
  ['later', replaceFile],
  ['at once', async (path: string, content: string) => replaceFileSync(path, content)],
])('replacing a file %s', (when, replace) => {
  const path = join(FOLDER, `${when}.json`);

  it('leaves the new content alone, for its owner alone', async () => {
    writeFileSync(path, 'old', { mode: 0o644 });
    // As a crash between writing and renaming leaves it.
    writeFileSync(`${path}.new`, 'a draft that is longer', { mode: 0o644 });
    await replace(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(FOLDER).filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});

it('makes the folder of a file that is replaced later', async () => {
  const path = join(FOLDER, 'below', 'file');
  await replaceFile(path, 'content');
  expect(readFileSync(path, 'utf8')).toBe('content');
});
