import { IntersectionType } from '@nestjs/mapped-types';
import { HttpConfig, IsIntegerFrom, ProviderConfig, StoreConfig } from './config-parts.js';
import { loadConfig } from './config.js';

class Config extends IntersectionType(HttpConfig, StoreConfig, ProviderConfig) {
  override PORT = 3000;

  @IsIntegerFrom(1, 10)
  WORKERS = 2;
}

const REQUIRED = {
  STRIPE_SECRET_KEY: 'sk_test_1',
  PAYPAL_CLIENT_ID: 'client',
  PAYPAL_CLIENT_SECRET: 'secret',
};

describe('a config class made of parts', () => {
  it('keeps the defaults of its parts and its own', () => {
    expect(loadConfig(Config, REQUIRED)).toEqual({
      ...REQUIRED,
      HOST: '127.0.0.1',
      CORS_ORIGINS: '',
      CORS_CREDENTIALS: 'no',
      RATE_LIMITS: '',
      HSTS_SECONDS: 0,
      PORT: 3000,
      LOG_LEVEL: 'info',
      EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false',
      PAYPAL_ENVIRONMENT: 'sandbox',
      PROVIDER_TIMEOUT_MS: 10_000,
      WORKERS: 2,
    });
  });

  it('converts the numbers of its parts', () => {
    const set = { ...REQUIRED, PORT: '0', PROVIDER_TIMEOUT_MS: '100', WORKERS: '10' };
    expect(loadConfig(Config, set)).toMatchObject({
      PORT: 0,
      PROVIDER_TIMEOUT_MS: 100,
      WORKERS: 10,
    });
  });

  it('names a wrong variable of every part', () => {
    const wrong = { PORT: '65536', EVENTSTORE_URL: 'http://x', WORKERS: '11' };
    for (const name of ['PORT', 'EVENTSTORE_URL', 'STRIPE_SECRET_KEY', 'WORKERS']) {
      expect(() => loadConfig(Config, wrong)).toThrow(name);
    }
  });

  it.each([
    ['https://desk.example,http://127.0.0.1:5173', 'yes', null],
    ['*', 'no', null],
    ['*', 'yes', 'must name each origin'],
    ['*,https://desk.example', 'no', '* alone'],
    ['https://desk.example/', 'no', 'must be origins'],
    ['desk.example', 'no', 'must be origins'],
    ['null', 'no', 'must be origins'],
  ])('takes origins "%s" with credentials "%s" or says why not', (origins, credentials, why) => {
    const set = { ...REQUIRED, CORS_ORIGINS: origins, CORS_CREDENTIALS: credentials };
    if (why === null) expect(loadConfig(Config, set)).toMatchObject({ CORS_ORIGINS: origins });
    else expect(() => loadConfig(Config, set)).toThrow(why);
  });

  it('is wrong without a default port', () => {
    class Portless extends HttpConfig {}
    expect(() => loadConfig(Portless, {})).toThrow(/PORT/);
  });
});
