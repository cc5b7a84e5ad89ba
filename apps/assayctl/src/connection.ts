import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiClientOptions } from '#client';
import type { Role } from '#platform';
import type { Config } from './config.js';
import { Failure } from './failure.js';

type Service = 'command' | 'query' | 'operations' | 'sandbox' | 'fraudWorker' | 'standalone';

/** What a standalone system leaves in its data folder for the tools beside it. */
type Local = {
  readonly keys: Readonly<Record<string, { readonly role: Role; readonly key: string }>>;
  readonly urls: Partial<Readonly<Record<Service, string>>>;
  readonly doors?: { readonly eventStore?: string | null };
};

/** An address, and the path of the health there. */
export type Asked = { readonly url: string; readonly path: string };

const COMMAND_URL = 'http://127.0.0.1:3000';

/** Where the services are and with which key to call them. */
export class Connection {
  readonly #config: Config;
  readonly #local: Local;

  /** @throws Failure when the local data folder's files cannot be read as what they should be. */
  constructor(config: Config) {
    this.#config = config;
    this.#local = readLocal(config.DATA_DIR);
  }

  /** The folder without a local system's addresses; null where they are, or one is named. */
  get emptyFolder(): string | null {
    const isNamed = this.#config.ASSAY_URL !== undefined;
    return isNamed || Object.keys(this.#local.urls).length > 0 ? null : this.#config.DATA_DIR;
  }

  get commandUrl(): string {
    return this.#config.ASSAY_URL ?? this.#local.urls.command ?? COMMAND_URL;
  }

  get queryUrl(): string {
    return this.#config.ASSAY_QUERY_URL ?? this.commandUrl;
  }

  get operationsUrl(): string {
    return this.#config.ASSAY_OPERATIONS_URL ?? this.commandUrl;
  }

  /** @throws Failure where no address of an event store is known. */
  get storeUrl(): string {
    const url = this.#config.EVENTSTORE_URL ?? this.#local.doors?.eventStore;
    if (url) return url;
    throw new Failure(
      'set EVENTSTORE_URL to the event store, or name the data folder of a running system with ' +
        `--data (there is none under ${this.#config.DATA_DIR})`,
    );
  }

  /** Null: there is none, or none that belongs to these services. */
  get sandboxUrl(): string | null {
    const { ASSAY_SANDBOX_URL, ASSAY_QUERY_URL } = this.#config;
    const { command, sandbox } = this.#local.urls;
    const isLocal = ASSAY_QUERY_URL === undefined && this.commandUrl === command;
    const local = isLocal ? sandbox : undefined;
    return ASSAY_SANDBOX_URL ?? local ?? null;
  }

  /** @throws Failure when there is no key to call with. */
  command(role: Role, options: Partial<ApiClientOptions> = {}): ApiClientOptions {
    return { url: this.commandUrl, key: this.#key(role), ...options };
  }

  /** @throws Failure when there is no key to call with. */
  operations(role: Role): ApiClientOptions {
    return { url: this.operationsUrl, key: this.#key(role) };
  }

  /** @throws Failure when there is no key to call with. */
  query(role: Role): ApiClientOptions {
    return { url: this.queryUrl, key: this.#key(role) };
  }

  /** Where the health of every service is asked for, by name. */
  get services(): Readonly<Record<string, Asked>> {
    const { ASSAY_QUERY_URL, ASSAY_OPERATIONS_URL } = this.#config;
    const { fraudWorker, standalone } = this.#local.urls;
    const by = (url: string): Asked => ({ url, path: '/health/ready' });
    const behind = (part: string): Asked => ({ url: this.commandUrl, path: `/health/${part}` });
    return {
      'command-service': by(this.commandUrl),
      'projection-service':
        ASSAY_QUERY_URL === undefined ? behind('projection-service') : by(ASSAY_QUERY_URL),
      operations:
        ASSAY_OPERATIONS_URL === undefined ? behind('operations') : by(ASSAY_OPERATIONS_URL),
      ...(fraudWorker !== undefined && { 'fraud-worker': by(fraudWorker) }),
      ...(this.sandboxUrl !== null && { 'provider-sandbox': by(this.sandboxUrl) }),
      ...(standalone !== undefined && { standalone: by(standalone) }),
    };
  }

  /** @throws Failure when there is no key to call with. */
  views(role: Role, timeoutMs = 30_000): ApiClientOptions {
    return { ...this.query(role), attemptsMax: 2, timeoutMs };
  }

  #key(role: Role): string {
    const given = this.#config.ASSAY_API_KEY;
    const known = Object.values(this.#local.keys).find((entry) => entry.role === role)?.key;
    const key = given ?? known;
    if (key !== undefined) return key;
    throw new Failure(
      `set ASSAY_API_KEY to a key with the role ${role}, or name the data folder of a system on ` +
        `this machine with --data (there is none under ${this.#config.DATA_DIR})`,
    );
  }
}

function readLocal(folder: string): Local {
  const credentials = readJson(join(folder, 'credentials.json')) as Partial<Local> | null;
  const running = readJson(join(folder, 'standalone.json')) as Partial<Local> | null;
  return {
    keys: credentials?.keys ?? {},
    urls: running?.urls ?? {},
    doors: running?.doors ?? {},
  };
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Failure(`${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(`${file} is not JSON; move it away or set ASSAY_API_KEY and ASSAY_URL`);
  }
}
