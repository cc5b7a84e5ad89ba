import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { InvalidConfig, SECRETS, withSecretsOfFiles } from '#environment';

/**
 * Reads one app's environment into its config class. Empty strings count as unset; a secret may be
 * in a file that `NAME_FILE` names.
 *
 * @throws InvalidConfig naming every bad variable, never its value.
 */
export function loadConfig<Config extends object>(
  Class: new () => Config,
  env: Readonly<Record<string, string | undefined>>,
): Config {
  const defaults = new Class() as Readonly<Record<string, unknown>>;
  const set = Object.entries(withSecretsOfFiles(env, { names: secretsOf(Class), warn }))
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

/** The secrets that a config class has a place for: the files of others are not this process's. */
function secretsOf(Class: new () => object): readonly string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(Class, '', false, false);
  const known = new Set(rules.map(({ propertyName }) => propertyName));
  return SECRETS.filter((name) => known.has(name));
}

function warn(line: string): void {
  process.emitWarning(line);
}
