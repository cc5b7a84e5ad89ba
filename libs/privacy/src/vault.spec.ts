import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ERASED, isSealed, linkOf } from '#event-shapes';
import { CiphertextDamaged, KeyFileDamaged, KeyMissing, MasterKeyMissing } from './errors.js';
import { MasterKeys } from './master-key.js';
import { Reader } from './reader.js';
import { Vault } from './vault.js';

const EVENT = '7d1c3f0e-8a55-5b0f-9d6e-1f2a3b4c5d6e';
const AT = { eventId: EVENT, path: 'note' };
const [FIRST, SECOND] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

describe('a vault', () => {
  let folder: string;
  let vault: Vault;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-vault-'));
    vault = open();
  });

  afterEach(() => {
    vault.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function open(...masters: readonly Buffer[]): Vault {
    const keys = masters.length === 0 ? [FIRST] : masters;
    return Vault.open({ folder, masterKeys: new MasterKeys(keys), now: () => 1_000 });
  }

  function reopen(...masters: readonly Buffer[]): void {
    vault.close();
    vault = open(...masters);
  }

  it('gives a text that it has opened before for its own place alone, and not once it is erased', async () => {
    const sealed = vault.seal('her card', AT, await vault.keyOf('ana'), false);
    expect([vault.reveal(sealed, AT), vault.reveal(sealed, AT)]).toEqual(['her card', 'her card']);
    expect(vault.reveal(sealed, { ...AT, path: 'card' })).toContain('moved');
    vault.destroy('ana');
    expect(vault.reveal(sealed, AT)).toBe(ERASED);
  });

  it('gives back any text it sealed, in another process and within any JSON', async () => {
    const key = await vault.keyOf('ana');
    const reader = Reader.read({ folder, masterKeys: new MasterKeys([FIRST]) });
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.boolean(),
        (text, path, isLinked) => {
          const sealed = vault.seal(text, { eventId: EVENT, path }, key, isLinked);
          expect(isSealed(sealed)).toBe(true);
          expect(reader.reveal(sealed)).toBe(Buffer.from(text).toString());
          const json = JSON.stringify({ [sealed]: 1, list: [sealed, `${sealed} and ${sealed}`] });
          const { list } = JSON.parse(reader.revealInJson(json)) as { list: string[] };
          expect(list[0]).toBe(Buffer.from(text).toString());
        },
      ),
      { numRuns: 200 },
    );
    reader.close();
  });

  it('finds equal texts of different people by one link, and no different ones', async () => {
    const [ana, ben] = [await vault.keyOf('ana'), await vault.keyOf('ben')];
    const [one, other] = [ana, ben].map((key) => vault.seal('device-1', AT, key, true)) as [
      string,
      string,
    ];
    expect(one).not.toBe(other);
    expect(linkOf(one)).toBe(linkOf(other));
    expect(linkOf(one)).toBe(vault.linkOf('device-1'));
    expect(linkOf(vault.seal('device-2', AT, ana, true))).not.toBe(linkOf(one));
  });

  it('keeps one key a subject, also when it is asked for at once', async () => {
    const keys = await Promise.all(['ana', 'ana', 'ben', 'ana'].map((each) => vault.keyOf(each)));
    expect(new Set(keys).size).toBe(2);
    expect(keys).toEqual([keys[0], keys[0], keys[2], keys[0]]);
    reopen();
    expect(await vault.keyOf('ben')).toBe(keys[2]);
    expect(keys).not.toContain(await vault.keyOf('cleo'));
  });

  it('says that a text is erased once its key is destroyed, in each process at once', async () => {
    const name = await vault.keyOf('ana');
    const sealed = vault.seal('ana@shop.example', AT, name, true);
    const kept = vault.seal('ben@shop.example', AT, await vault.keyOf('ben'), true);
    const reader = Reader.read({ folder, masterKeys: new MasterKeys([FIRST]) });
    expect(reader.reveal(sealed)).toBe('ana@shop.example');
    const link = linkOf(sealed);
    expect(vault.destroy('ana')).toEqual([{ name, state: 'erased', atMs: 1_000 }]);
    expect([vault.reveal(sealed), reader.reveal(sealed)]).toEqual([ERASED, ERASED]);
    expect(linkOf(sealed)).toBe(link);
    expect(reader.reveal(kept)).toBe('ben@shop.example');
    reader.close();
    reopen();
    expect(vault.reveal(sealed)).toBe(ERASED);
    expect(await vault.keyOf('ana')).not.toBe(name);
  });

  it('leaves nothing of a destroyed key in its file', async () => {
    await vault.keyOf('ana');
    const before = readFileSync(join(folder, 'keys')).subarray(128 + 56, 128 + 88);
    vault.destroy('ana');
    expect(readFileSync(join(folder, 'keys')).includes(before)).toBe(false);
  });

  it('makes erased at once what is sealed after the destruction', async () => {
    const key = await vault.keyOf('ana');
    vault.destroy('ana');
    expect(vault.reveal(vault.seal('late', AT, key, false))).toBe(ERASED);
  });

  it('wraps all keys by the new master key when the master key changes, and seals as before', async () => {
    const sealed = vault.seal('a note', AT, await vault.keyOf('ana'), true);
    await vault.keyOf('ben');
    vault.destroy('ben');
    reopen(SECOND, FIRST);
    expect(vault.rewrap()).toBe(2);
    expect(vault.rewrap()).toBe(0);
    reopen(SECOND);
    expect(vault.reveal(sealed)).toBe('a note');
    expect(linkOf(sealed)).toBe(vault.linkOf('a note'));
    expect(() => {
      reopen(FIRST);
    }).toThrow(MasterKeyMissing);
    vault = open(SECOND);
  });

  it('writes over no key of another process that adds some', async () => {
    const other = open();
    await other.keyOf('ana');
    await expect(vault.keyOf('ben')).rejects.toThrow('one process may add keys');
    other.close();
  });

  it('names the master key that is missing', () => {
    expect(() => open(SECOND)).toThrow(/master key [0-9a-f]{16}, which is not configured/);
    expect(() => new MasterKeys([Buffer.alloc(16)])).toThrow(RangeError);
  });

  it('finds any flipped bit of a sealed text', async () => {
    const sealed = vault.seal('a note', AT, await vault.keyOf('ana'), true);
    await vault.keyOf('ben');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 0, max: 6 }), (at, bit) => {
        const code = sealed.charCodeAt(at) ^ (1 << bit);
        const flipped = sealed.slice(0, at) + String.fromCharCode(code) + sealed.slice(at + 1);
        const reveal = () => vault.open(flipped);
        // The last character of a base64url text has bits that say nothing.
        if (at === sealed.length - 1 && isSame(sealed, flipped)) return;
        let error: unknown = null;
        try {
          reveal();
        } catch (thrown) {
          error = thrown;
        }
        const isNamed = error instanceof CiphertextDamaged || error instanceof KeyMissing;
        expect([flipped, isNamed]).toEqual([flipped, true]);
      }),
      { numRuns: 500 },
    );
  });

  it('names a damaged key, goes on with the others, and drops one that was cut short', async () => {
    const sealed = vault.seal('a note', AT, await vault.keyOf('ana'), false);
    const kept = vault.seal('another', AT, await vault.keyOf('ben'), false);
    vault.close();
    const file = join(folder, 'keys');
    const bytes = readFileSync(file);
    bytes[128 + 60] = (bytes[128 + 60] ?? 0) ^ 1;
    writeFileSync(file, Buffer.concat([bytes, Buffer.alloc(50, 0x42)]));
    vault = open();
    expect(() => vault.open(sealed)).toThrow(KeyFileDamaged);
    expect(vault.reveal(sealed)).toBe('[unreadable: damaged]');
    expect(vault.reveal(kept)).toBe('another');
    const name = await vault.keyOf('cleo');
    reopen();
    expect(vault.statusOf('cleo')).toEqual([{ name, state: 'live', atMs: 1_000 }]);
    vault.close();
    truncateSync(file, 64);
    expect(() => open()).toThrow(KeyFileDamaged);
    writeFileSync(file, bytes);
    vault = open();
  });
});

function isSame(one: string, other: string): boolean {
  return decoded(one).equals(decoded(other));
}

function decoded(sealed: string): Buffer {
  return Buffer.from(sealed.slice(sealed.lastIndexOf(':') + 1), 'base64url');
}
