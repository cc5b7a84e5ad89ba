import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './make-folder.js';

const ADVICE = 'choose another folder with DATA_DIR';

describe('a folder that a person named', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'assay-make-folder-'));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  it('is made with those above it, and may be there already', () => {
    const folder = join(root, 'a', 'b');
    makeFolder(folder, ADVICE);
    makeFolder(folder, ADVICE);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it('is refused where a file has its name, or the name of one above it', () => {
    const file = join(root, 'taken');
    writeFileSync(file, '');
    const message = `${file} is a file; ${ADVICE}`;
    expect(() => makeFolder(file, ADVICE)).toThrow(message);
    expect(() => makeFolder(join(file, 'below'), ADVICE)).toThrow(message);
  });

  it('is refused, and not waited for, where no folder can be', () => {
    const message = `/proc/nope cannot be made (ENOENT); ${ADVICE}`;
    expect(() => makeFolder('/proc/nope/data', ADVICE)).toThrow(message);
  });
});
