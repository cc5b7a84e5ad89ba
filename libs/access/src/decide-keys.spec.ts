import { createKey, importKeys, revokeKey } from './decide-keys.js';
import type { KeyFacts } from './key-events.js';
import { callerWith, NO_KEYS, evolveKeys, statusOf, type Keys } from './keys.js';
import { personOf } from './caller.js';

const AT = '2026-11-30T10:00:00.000Z';

const facts = (changes: Partial<KeyFacts> = {}): KeyFacts => ({
  ...{ keyId: 'k1', hash: 'h1', client: 'shop', role: 'service', person: null },
  ...{ merchants: null, operations: null, expiresAt: null, origin: 'made' },
  ...{ createdBy: 'root', createdAt: AT },
  ...changes,
});

const after = (...made: readonly KeyFacts[]): Keys =>
  made.flatMap((each) => createKey(each, NO_KEYS)).reduce(evolveKeys, NO_KEYS);

const revocation = { keyId: 'k1', note: '', revokedBy: 'root', revokedAt: AT };

describe('a key', () => {
  it('is made once, and found by its hash', () => {
    const keys = after(facts());
    expect(keys.byHash.get('h1')).toMatchObject({ keyId: 'k1', revoked: null });
    expect(createKey(facts(), keys)).toEqual([]);
  });

  it('gives way by a revocation or an expiry, of which two live ones are free', () => {
    const keys = after(facts(), facts({ keyId: 'k2', hash: 'h2' }));
    const third = facts({ keyId: 'k3', hash: 'h3' });
    expect(() => createKey(third, keys)).toThrow('Two keys of this client');
    const freed = revokeKey(revocation, keys).reduce(evolveKeys, keys);
    expect(createKey(third, freed)).toHaveLength(1);
    const expired = after(facts({ expiresAt: '2026-11-30T10:00:01Z' }), facts({ keyId: 'k2' }));
    expect(createKey({ ...third, createdAt: '2026-11-30T10:00:01Z' }, expired)).toHaveLength(1);
  });

  it('stands for its person in all that takes two', () => {
    const of = (client: string, person: string | null): string =>
      personOf(callerWith(facts({ client, person })));
    expect([of('amal', null), of('amal-laptop', 'amal')]).toEqual(['amal', 'amal']);
  });

  it('has not expired a moment before, and has at the moment itself', () => {
    const keys = after(facts({ expiresAt: '2026-11-30T10:00:01.000Z' }));
    const endMs = Date.parse('2026-11-30T10:00:01.000Z');
    const statuses = [...keys.byId.values()].flatMap((key) =>
      [endMs - 1, endMs].map((ms) => statusOf(key, ms)),
    );
    expect(statuses).toEqual(['live', 'expired']);
  });

  it('is revoked once, and only when there is one', () => {
    const keys = after(facts());
    const revoked = revokeKey(revocation, keys).reduce(evolveKeys, keys);
    expect(revokeKey(revocation, revoked)).toEqual([]);
    expect(() => revokeKey({ ...revocation, keyId: 'k9' }, keys)).toThrow('no key of this id');
  });
});

it('keys of the variable are recorded where no key has their hash', () => {
  const named = { idOf: (hash: string) => `id of ${hash}`, by: 'assay', at: AT };
  const entry = { client: 'shop', role: 'service', hash: 'h2' } as const;
  const imported = importKeys([{ ...entry, hash: 'h1' }, entry, entry], after(facts()), named);
  expect(imported.map(({ data }) => [data.keyId, data.origin])).toEqual([['id of h2', 'variable']]);
});
