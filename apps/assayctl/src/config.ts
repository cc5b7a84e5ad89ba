import { withSecretsOfFiles } from '#environment';
import { Failure } from './failure.js';

/**
 * Everything assayctl reads from its environment. Unset: a standalone system on this machine.
 * Checked here by hand: the packages that check the services' configuration take longer to load
 * than most commands to run.
 */
export class Config {
  /** The one address for callers. Unset: the local standalone's, else http://127.0.0.1:3000. */
  ASSAY_URL?: string;

  /** Where projection-service is, to ask it by itself. Unset: it is asked through ASSAY_URL. */
  ASSAY_QUERY_URL?: string;

  /** Where operations is, likewise. */
  ASSAY_OPERATIONS_URL?: string;

  /** Where a provider sandbox is, to compare its books too. Unset: the local standalone's. */
  ASSAY_SANDBOX_URL?: string;

  /** Secret. The API key to use. Unset: the local standalone's key for the role. */
  ASSAY_API_KEY?: string;

  /** Secret, for a login may be in it. The event store. Unset: the local standalone's. */
  EVENTSTORE_URL?: string;

  /** Data folder of the local standalone system. */
  DATA_DIR = './data';
}

const ADDRESSES = [
  'ASSAY_URL',
  'ASSAY_QUERY_URL',
  'ASSAY_OPERATIONS_URL',
  'ASSAY_SANDBOX_URL',
] as const;

/**
 * Empty strings count as unset.
 *
 * @throws Failure naming a variable that is no address, InvalidConfig for a key's file.
 */
export function configOf(env: Readonly<Record<string, string | undefined>>): Config {
  const config = new Config();
  const names = ['ASSAY_API_KEY', 'EVENTSTORE_URL'] as const;
  const { ASSAY_API_KEY, EVENTSTORE_URL } = withSecretsOfFiles(env, { names });
  if (EVENTSTORE_URL) config.EVENTSTORE_URL = EVENTSTORE_URL;
  if (ASSAY_API_KEY) config.ASSAY_API_KEY = ASSAY_API_KEY;
  for (const name of [...ADDRESSES, 'DATA_DIR'] as const) {
    const value = env[name];
    if (value) config[name] = value;
  }
  for (const name of ADDRESSES) {
    const value = config[name];
    if (value !== undefined && !isAddress(value)) {
      throw new Failure(`${name} must be an address such as http://127.0.0.1:3000`);
    }
  }
  return config;
}

function isAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}
