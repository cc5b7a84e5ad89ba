import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import type { NewEvent } from '#event-store';
import { Clock, hashKey, loadConfig, silentLogger } from '#platform';
import { openAuditLog } from '../../apps/operations/src/audit/open-audit-log.js';
import { Config } from '../../apps/operations/src/config.js';
import { startOperations } from './operations.js';

export const MAIN = fileURLToPath(new URL('../../dist/apps/assayctl/src/main.js', import.meta.url));
const AUDITOR = 'aud:auditor';

export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

export type AuditedSystem = {
  /** The key of its heads. */
  readonly key: string;
  /** Runs `assayctl audit …` as its auditor. */
  audit(...args: readonly string[]): Promise<Ended>;
  append(stream: string, event: NewEvent): Promise<void>;
  stop(): Promise<void>;
};

/** An embedded store in `folder` with its door, and operations with the tree of it. */
export async function startAudited(folder: string): Promise<AuditedSystem> {
  const store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
  const door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
  const config = loadConfig(Config, {
    PORT: '0',
    DATA_DIR: folder,
    AUDIT_WITNESS_DIR: join(folder, 'witness'),
    API_KEYS: `${AUDITOR}:${hashKey(AUDITOR)}`,
    STRIPE_SECRET_KEY: 'sk_test_x',
    PAYPAL_CLIENT_ID: 'x',
    PAYPAL_CLIENT_SECRET: 'x',
  });
  const log = openAuditLog(store, config, { clock: new Clock(), logger: silentLogger() });
  const operations = await startOperations({ config, eventStore: store, audit: log });
  const env = {
    EVENTSTORE_URL: `esdb://127.0.0.1:${door.port}?tls=false`,
    ASSAY_URL: operations.url,
    ASSAY_API_KEY: AUDITOR,
  };
  return {
    key: String(log.keys.known[0]),
    audit: (...args) => runNode([MAIN, 'audit', ...args], folder, env),
    append: async (stream, event) => {
      await store.append(stream, [event], 'any');
    },
    stop: async () => {
      await operations.stop();
      await door.close();
      await store.close();
    },
  };
}

/** A program of Node that knows no more than the variables it is given. */
export function runNode(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { PATH = '' } = process.env;
  const options = { cwd, env: { PATH, ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, [...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
