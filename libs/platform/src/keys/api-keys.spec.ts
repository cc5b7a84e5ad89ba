import 'reflect-metadata';
import type { ExecutionContext } from '@nestjs/common';
import { NO_ACCESS, type KnownKey } from '#access';
import { API_KEYS_PATTERN, ApiKeys, hashKey } from './api-keys.js';
import { AccessNotes } from './access-notes.js';
import { ApiKeyGuard, ByMerchant, Public, Roles } from './guard.js';

const keys = new ApiKeys(
  [
    `shop:service:${hashKey('k1')}`,
    `amal:analyst:${hashKey('k2')}`,
    `sana:senior-analyst:${hashKey('k3')}`,
  ].join(','),
);

describe('API keys', () => {
  it('tell who calls, again and again', () => {
    for (let i = 0; i < 3; i += 1) {
      expect(keys.callerOf('Bearer k1')).toEqual({ client: 'shop', role: 'service' });
      expect(keys.callerOf('Bearer k2')).toEqual({ client: 'amal', role: 'analyst' });
    }
  });

  it.each([undefined, '', 'k1', 'Basic k1', 'Bearer ', 'Bearer k4', `Bearer ${hashKey('k1')}`])(
    'refuse %j',
    (authorization) => {
      expect(() => keys.callerOf(authorization)).toThrow('Send a valid API key');
    },
  );

  it('are configured as client:role:hash', () => {
    expect(`shop:service:${hashKey('k')}`).toMatch(API_KEYS_PATTERN);
    expect(`shop:owner:${hashKey('k')}`).not.toMatch(API_KEYS_PATTERN);
    expect('shop:service:plain-key').not.toMatch(API_KEYS_PATTERN);
  });
});

const key: KnownKey = {
  keyId: '5',
  hash: hashKey('k5'),
  client: 'lea',
  role: 'analyst',
  person: 'lea',
  merchants: ['m-1'],
  operations: null,
  expiresAt: null,
  origin: 'made',
  revoked: null,
  createdBy: 'root',
  createdAt: '2026-11-30T10:00:00Z',
};
keys.know({
  ...NO_ACCESS,
  keys: { byId: new Map([['5', key]]), byHash: new Map([[key.hash, key]]) },
});

class Routes {
  @Roles('analyst')
  declared(): void {}

  @Roles('senior-analyst')
  senior(): void {}

  @Roles('analyst')
  @ByMerchant()
  byMerchant(): void {}

  @Public()
  open(): void {}

  undeclared(): void {}
}

describe('the guard', () => {
  it('lets in whom the route names, and refuses where no rule is', () => {
    expect(admits('declared', 'k2')).toBe(true);
    expect(() => admits('declared', 'k1')).toThrow('does not have the role');
    expect(() => admits('undeclared', 'k2')).toThrow('does not have the role');
    expect(admits('open', 'no key')).toBe(true);
  });

  it('keeps a key of some merchants from what is not kept apart by merchant', () => {
    expect(admits('byMerchant', 'k5')).toBe(true);
    expect(() => admits('declared', 'k5')).toThrow('not kept apart by merchant');
    expect(admits('byMerchant', 'k2')).toBe(true);
  });

  it('lets a senior analyst do what an analyst may, and not the other way round', () => {
    expect(admits('declared', 'k3')).toBe(true);
    expect(() => admits('senior', 'k2')).toThrow('does not have the role');
  });
});

function admits(method: keyof Routes, key: string): boolean {
  const context = {
    getClass: () => Routes,
    getHandler: () => Reflect.get(Routes.prototype, method),
    switchToHttp: () => ({
      getRequest: () => ({ headers: { authorization: `Bearer ${key}` } }),
    }),
  };
  return new ApiKeyGuard(keys, new AccessNotes()).canActivate(
    context as unknown as ExecutionContext,
  );
}
