import { API_KEYS_PATTERN, ApiKeys, hashKey } from './api-keys.js';

const keys = new ApiKeys(`shop:service:${hashKey('k1')},amal:analyst:${hashKey('k2')}`);

describe('API keys', () => {
  it('tell who calls, again and again', () => {
    for (let i = 0; i < 3; i += 1) {
      expect(keys.callerOf('Bearer k1')).toEqual({ client: 'shop', role: 'service' });
      expect(keys.callerOf('Bearer k2')).toEqual({ client: 'amal', role: 'analyst' });
    }
  });

  it.each([undefined, '', 'k1', 'Basic k1', 'Bearer ', 'Bearer k3', `Bearer ${hashKey('k1')}`])(
    'refuse %j',
    (authorization) => {
      expect(() => keys.callerOf(authorization)).toThrow('Send a valid API key');
    },
  );

  it('are configured as client:role:hash', () => {
    expect(`shop:service:${hashKey('k')}`).toMatch(API_KEYS_PATTERN);
    expect(`shop:admin:${hashKey('k')}`).not.toMatch(API_KEYS_PATTERN);
    expect('shop:service:plain-key').not.toMatch(API_KEYS_PATTERN);
  });
});
