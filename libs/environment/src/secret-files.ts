import { readFileSync, statSync } from 'node:fs';
import { InvalidConfig } from './invalid-config.js';

type Environment = Readonly<Record<string, string | undefined>>;

type Options = {
  readonly names?: readonly string[];
  readonly warn?: (line: string) => void;
};

/** The variables that hold a secret; an address does as well, which carries a login. */
export const SECRETS = [
  'ALERT_METRICS_KEY',
  'ALERT_SMTP_URL',
  'ALERT_WEBHOOK_SECRET',
  'API_KEYS',
  'ASSAY_API_KEY',
  'AUDIT_SIGNING_KEY',
  'DATABASE_URL',
  'EVENTSTORE_SCORER_URL',
  'EVENTSTORE_URL',
  'NATS_MESSAGE_KEY',
  'NATS_URL',
  'OIDC_CLIENT_SECRET',
  'PAGERDUTY_ROUTING_KEY',
  'PAYPAL_CLIENT_SECRET',
  'PRIVACY_MASTER_KEY',
  'SLACK_WEBHOOK_URL',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'TEAMS_WEBHOOK_URL',
  'TELEGRAM_BOT_TOKEN',
  'TWILIO_AUTH_TOKEN',
] as const;

/** The right of everybody on the machine to read a file. */
const OTHERS_READ = 0o004;

/**
 * The environment, in which each secret that is named by `NAME_FILE` has taken its value from that
 * file, without the newline at its end; `NAME_FILE` itself is gone, so that a child process which
 * gets this environment does not find both.
 *
 * @param options the names of the secrets that are wanted (all), and `warn`, which takes a line
 *   about a file that everybody on the machine may read.
 * @throws InvalidConfig where both are set, or a file cannot be read or is empty; names each.
 */
export function withSecretsOfFiles(
  env: Environment,
  { names = SECRETS, warn = () => {} }: Options = {},
): Environment {
  const problems: string[] = [];
  const found: Record<string, string> = {};
  const named = names.filter((name) => env[fileVariable(name)]);
  for (const name of named) {
    const file = env[fileVariable(name)] ?? '';
    try {
      if (env[name]) throw new Error(`${name} is set as well; keep one of the two`);
      found[name] = secretOf(file);
      if (isReadByAll(file)) warn(`${fileVariable(name)}: everybody here may read ${file}`);
    } catch (error) {
      problems.push(`  ${fileVariable(name)}: ${(error as Error).message}`);
    }
  }
  if (problems.length > 0) {
    const heading = 'these secrets cannot be taken from their files:';
    throw new InvalidConfig([heading, ...problems].join('\n'));
  }
  const used = new Set(named.map(fileVariable));
  const others = Object.entries(env).filter(([variable]) => !used.has(variable));
  return { ...Object.fromEntries(others), ...found };
}

function fileVariable(name: string): string {
  return `${name}_FILE`;
}

function secretOf(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${file} cannot be read (${code})`, { cause: error });
  }
  const secret = text.replace(/\r?\n$/, '');
  if (secret === '') throw new Error(`${file} is empty`);
  return secret;
}

/** False on Windows, where the mode says nothing about others. */
function isReadByAll(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & OTHERS_READ) !== 0;
}
