import { fileURLToPath } from 'node:url';
import type { Credentials } from '../folder/credentials.js';
import type { Urls } from '../folder/data-folder.js';

const RULES = new URL('../../../../../deploy/prometheus/rules', import.meta.url);

/** The rules of alerts, and the services whose metrics they are about. */
export function alertEnv(
  { command, query, operations, fraudWorker }: Urls & { readonly fraudWorker?: string },
  { keys }: Credentials,
): Record<string, string> {
  const fixed = `command-service=${command},projection-service=${query},operations=${operations}`;
  return {
    ALERT_RULES_DIR: fileURLToPath(RULES),
    ALERT_TARGETS: fraudWorker === undefined ? fixed : `${fixed},fraud-worker=${fraudWorker}`,
    ALERT_METRICS_KEY: keys['local-operator']?.key ?? '',
  };
}
