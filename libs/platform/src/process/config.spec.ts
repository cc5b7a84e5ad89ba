import { IsInt, IsOptional, Matches, Max } from 'class-validator';
import { InvalidConfig, loadConfig } from './config.js';

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

  it('names every bad variable and prints no value', () => {
    const load = () => loadConfig(Config, { PORT: '99999', SECRET: 'hunter2' });
    expect(load).toThrow(InvalidConfig);
    expect(load).toThrow(/PORT.*\n.*SECRET/);
    expect(load).not.toThrow(/hunter2|99999/);
  });
});
