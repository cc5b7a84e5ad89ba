import { IsInt, IsOptional, Matches, Max } from 'class-validator';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidConfig } from '#environment';
import { loadConfig } from './config.js';

class Config {
  @IsInt()
  @Max(65_535)
  PORT = 3000;

  @Matches(/^sk_test_/)
  SECRET!: string;

  @IsOptional()
  @Matches(/^nats:/)
  NATS_URL?: string;
}

describe('loading a configuration', () => {
  it('keeps defaults, converts numbers, and takes empty for unset', () => {
    const config = loadConfig(Config, {
      PORT: '4000',
      SECRET: 'sk_test_1',
      NATS_URL: '',
      PATH: '/bin',
    });
    expect(config).toEqual({ PORT: 4000, SECRET: 'sk_test_1' });
    expect(loadConfig(Config, { SECRET: 'sk_test_1' }).PORT).toBe(3000);
  });

  it('takes a secret from its file, and leaves the files of others alone', () => {
    class Paid {
      @Matches(/^sk_test_/)
      STRIPE_SECRET_KEY!: string;
    }
    const folder = mkdtempSync(join(tmpdir(), 'assay-config-'));
    const file = join(folder, 'key');
    writeFileSync(file, 'sk_test_1\n', { mode: 0o600 });
    const env = { STRIPE_SECRET_KEY_FILE: file, NATS_URL_FILE: join(folder, 'none') };
    expect(loadConfig(Paid, env)).toEqual({ STRIPE_SECRET_KEY: 'sk_test_1' });
    rmSync(folder, { recursive: true });
    expect(() => loadConfig(Paid, env)).toThrow(/STRIPE_SECRET_KEY_FILE: .* cannot be read/);
  });

  it('names every bad variable and prints no value', () => {
    const load = () => loadConfig(Config, { PORT: '99999', SECRET: 'hunter2' });
    expect(load).toThrow(InvalidConfig);
    expect(load).toThrow(/PORT.*\n.*SECRET/);
    expect(load).not.toThrow(/hunter2|99999/);
  });
});
