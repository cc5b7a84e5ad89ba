import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DamagedFile, DerivedDatabase } from '#derived-files';

const LIB = new URL('../../dist/libs/derived-files/src/index.js', import.meta.url).href;
const ENTRIES = 3_000;
/** Behind the two that hold what is said of the whole. */
const PAGES_AT = 2 * 4_096;
const ALL = { start: '', end: '\uffff' };

/** Opens the folder as a service would, reads and writes it, and says how many entries it had. */
const READER = `
  import { DerivedDatabase } from ${JSON.stringify(LIB)};
  const database = await DerivedDatabase.openChecked(process.argv[2], { warn: () => {} });
  const count = [...database.getRange({ start: '', end: '\\uffff' })].length;
  await database.batch(() => void database.put('key', 'value'));
  await database.close();
  process.send(count);
`;

describe('a derived file', () => {
  let parent: string;
  let folder: string;
  let warnings: string[];
  const log = { warn: (_facts: object, message: string) => void warnings.push(message) };

  beforeEach(async () => {
    parent = mkdtempSync(join(tmpdir(), 'assay-derived-'));
    folder = join(parent, 'derived');
    warnings = [];
    const database = await DerivedDatabase.openChecked(folder, log);
    await database.batch(() => {
      for (let i = 0; i < ENTRIES; i += 1) void database.put(`payment:${i}`, `amount 1393 of ${i}`);
    });
    await database.close();
  });

  afterEach(() => {
    rmSync(parent, { recursive: true });
  });

  it('is opened again as it was', async () => {
    const database = await DerivedDatabase.openChecked(folder, log);
    expect(database.get('payment:7')).toBe('amount 1393 of 7');
    expect([...database.getRange(ALL)]).toHaveLength(ENTRIES);
    await database.close();
    expect(warnings).toEqual([]);
  });

  it('with another digit in a value is put aside and begun again', async () => {
    replaceInFile('amount 1393 of 7', 'amount 9393 of 7');
    const unchecked = DerivedDatabase.open(folder, log);
    expect(() => unchecked.get('payment:7')).toThrow(DamagedFile);
    await unchecked.close();
    const database = await DerivedDatabase.openChecked(folder, log);
    expect([...database.getRange(ALL)]).toEqual([]);
    await database.close();
    expect(warnings).toEqual(['a derived file is damaged or of another version, rebuilding']);
    expect(existsSync(`${folder}.damaged`)).toBe(true);
  });

  it('with another digit in a key is put aside and begun again', async () => {
    replaceInFile('payment:77', 'payment:7x');
    const database = await DerivedDatabase.openChecked(folder, log);
    expect([...database.getRange(ALL)]).toEqual([]);
    await database.close();
  });

  it.each([
    ['is cut', () => truncateSync(file(), statSync(file()).size / 4)],
    ['holds something else', () => writeFileSync(file(), Buffer.alloc(200_000, 7))],
  ])('that %s is put aside before it is read', async (_name, damage) => {
    damage();
    expect(await startReader()).toBe(0);
    expect(await startReader()).toBe(1);
  });

  it('whose pages are zeroed is put aside, at the third start at the latest', async () => {
    const bytes = readFileSync(file());
    writeFileSync(file(), bytes.fill(0, PAGES_AT));
    const counts: (number | null)[] = [];
    for (let start = 0; start < 4; start += 1) counts.push(await startReader());
    expect(counts).toContain(0);
    expect(counts.at(-1)).toBeGreaterThan(0);
  });

  it('that two processes ended with is put aside at the third start', async () => {
    writeFileSync(join(folder, 'unfinished-starts'), '2');
    expect(await startReader()).toBe(0);
    expect(await startReader()).toBe(1);
  });

  it('is kept when processes that have proven it are killed', async () => {
    for (let start = 0; start < 4; start += 1) {
      const database = DerivedDatabase.open(folder, log);
      await database.batch(() => void database.put('payment:7', 'another'));
      // Killed here: not closed.
    }
    const database = await DerivedDatabase.openChecked(folder, log);
    expect([...database.getRange(ALL)]).toHaveLength(ENTRIES);
    await database.close();
  });

  function file(): string {
    return join(folder, 'data.mdb');
  }

  function replaceInFile(text: string, by: string): void {
    const bytes = readFileSync(file());
    let found = 0;
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
      bytes.write(by, at);
      found += 1;
    }
    expect(found).toBeGreaterThan(0);
    writeFileSync(file(), bytes);
  }

  /** @returns what it read; null when it was ended. */
  async function startReader(): Promise<number | null> {
    const script = join(parent, 'reader.mjs');
    writeFileSync(script, READER);
    const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as const;
    const child = spawn(process.execPath, [script, folder], { stdio: [...stdio] });
    let count: number | null = null;
    child.on('message', (said) => (count = said as number));
    await once(child, 'exit');
    return count;
  }
});
