import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/** The environment does not fit; the message names every bad variable and prints no value. */
export class InvalidConfig extends Error {
  override readonly name = 'InvalidConfig';
}

/**
 * Reads one app's environment into its config class. Empty strings count as unset.
 *
 * @throws InvalidConfig naming every bad variable, never its value.
 */
export function loadConfig<Config extends object>(
  Class: new () => Config,
  env: Readonly<Record<string, string | undefined>>,
): Config {
  const defaults = new Class() as Readonly<Record<string, unknown>>;
  const set = Object.entries(env)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => [name, typeof defaults[name] === 'number' ? Number(value) : value]);
  const config = plainToInstance(Class, Object.fromEntries(set), {
    enableImplicitConversion: true,
  });
  // `whitelist` drops the rest of the environment.
  const problems = validateSync(config, {
    whitelist: true,
    validationError: { target: false, value: false },
  });
  if (problems.length === 0) return config;
  const lines = problems.map(
    ({ property, constraints }) => `  ${property}: ${Object.values(constraints ?? {}).join('; ')}`,
  );
  throw new InvalidConfig(`these variables are wrong or missing:\n${lines.join('\n')}`);
}
