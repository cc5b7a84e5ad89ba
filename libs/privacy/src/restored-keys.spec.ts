import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ERASED } from '#event-shapes';
import { placeOf } from './key-name.js';
import { MasterKeys } from './master-key.js';
import { Vault } from './vault.js';

const AT = { eventId: '7d1c3f0e-8a55-5b0f-9d6e-1f2a3b4c5d6e', path: 'note' };
const MISSING = '[unreadable: key-missing]';

describe('a file of keys that is put back from before', () => {
  let folder: string;
  let vault: Vault;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-restored-keys-'));
    vault = open();
  });

  afterEach(() => {
    vault.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function open(): Vault {
    return Vault.open({ folder, masterKeys: new MasterKeys([Buffer.alloc(32, 1)]), now: () => 1 });
  }

  function save(): void {
    cpSync(join(folder, 'keys'), join(folder, 'saved'));
  }

  function restore(): void {
    vault.close();
    cpSync(join(folder, 'saved'), join(folder, 'keys'));
    vault = open();
  }

  async function sealed(subject: string, text: string): Promise<string> {
    return vault.seal(text, AT, await vault.keyOf(subject), false);
  }

  it('opens no text of a key that it lacks with the key that took its place', async () => {
    const kept = await sealed('ana', 'of ana');
    save();
    const ben = await vault.keyOf('ben');
    const lost = await sealed('ben', 'of ben');
    restore();
    expect(vault.reveal(lost)).toBe(MISSING);
    const cleo = await vault.keyOf('cleo');
    expect([placeOf(cleo), cleo === ben]).toEqual([placeOf(ben), false]);
    const made = await sealed('cleo', 'of cleo');
    expect([kept, lost, made].map((each) => vault.reveal(each))).toEqual([
      'of ana',
      MISSING,
      'of cleo',
    ]);
    expect([vault.losses.of('key-missing'), vault.losses.of('damaged')]).toEqual([2, 0]);
  });

  it('gives no name of a key a second time, however often it is put back', async () => {
    save();
    const names: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      names.push(await vault.keyOf('ana'), await vault.keyOf(`customer-${round}`));
      restore();
    }
    expect(new Set(names).size).toBe(40);
    expect(new Set(names.map((name) => placeOf(name)))).toEqual(new Set([1, 2]));
  });

  it('marks the lost text of a JSON answer and gives those beside it', async () => {
    const kept = await sealed('ana', 'a "quoted" text');
    const erased = await sealed('dora', 'of dora');
    vault.destroy('dora');
    save();
    const lost = await sealed('ben', 'of ben');
    restore();
    const damaged = `${kept.slice(0, -4)}AAAA`;
    const short = kept.slice(0, kept.lastIndexOf(':'));
    const json = JSON.stringify({ total: 7, texts: [kept, lost, damaged, erased, short, 'clear'] });
    expect(JSON.parse(vault.revealInJson(json))).toEqual({
      total: 7,
      texts: [
        'a "quoted" text',
        MISSING,
        '[unreadable: damaged]',
        ERASED,
        '[unreadable: damaged]',
        'clear',
      ],
    });
  });

  it('has what a recorded erasure took taken again, and nothing that came since', async () => {
    const text = await sealed('ana', 'of ana');
    save();
    const names = vault.destroy('ana').map(({ name }) => name);
    expect(vault.destroyAgain('ana', names)).toBe(false);
    const since = await sealed('ana', 'of ana again');
    expect(vault.destroyAgain('ana', names)).toBe(false);
    expect(vault.reveal(since)).toBe('of ana again');
    restore();
    expect(vault.reveal(text)).toBe('of ana');
    expect(vault.destroyAgain('ana', names)).toBe(true);
    expect(vault.reveal(text)).toBe(ERASED);
  });

  it('remembers an erased key that it never held', async () => {
    await vault.keyOf('ben');
    save();
    const text = await sealed('ana', 'of ana');
    const names = vault.destroy('ana').map(({ name }) => name);
    restore();
    expect(vault.destroyAgain('ana', names)).toBe(true);
    const back = await sealed('ana', 'of ana again');
    vault.close();
    vault = open();
    expect(vault.destroyAgain('ana', names)).toBe(false);
    expect([vault.reveal(text), vault.reveal(back)]).toEqual([ERASED, 'of ana again']);
    expect(vault.statusOf('ana').map(({ state }) => state)).toEqual(['erased', 'live']);
  });
});
