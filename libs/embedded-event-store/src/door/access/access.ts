import type { Metadata } from '@grpc/grpc-js';
import type { Engine } from '../../engine/engine.js';
import { durableHead } from '../../engine/read-stream.js';
import { describedBy, metastreamOf } from '../../engine/stream-metadata.js';
import { accessDenied, unauthenticated } from '../rpc-error.js';
import {
  type AccessList,
  accessListOf,
  type Action,
  ADMINS,
  type DefaultLists,
  defaultListsOf,
  EVERYBODY,
  OPS,
} from './access-list.js';
import type { Accounts } from './accounts.js';

/** Who makes a call. */
export type User = {
  readonly login: string;
  /** What access lists may name: the login, the groups, and `$all`. */
  readonly roles: readonly string[];
  readonly isAdmin: boolean;
};

/** What is looked at of a call. */
export type Call = { readonly metadata: Metadata; getPeer(): string };

type Versioned<T> = { readonly revision: number; readonly value: T };

const SETTINGS_STREAM = '$settings';
const LISTS_MAX = 10_000;
const NO_SETTINGS = defaultListsOf(Buffer.alloc(0));
const NO_LIST: AccessList = {};

const ANONYMOUS: User = { login: 'anonymous', roles: [EVERYBODY], isAdmin: false };
const ANONYMOUS_ADMIN: User = { ...ANONYMOUS, isAdmin: true };

/** Who may do what through the door. Without accounts everybody may do everything. */
export class Access {
  readonly #lists = new Map<string, Versioned<AccessList>>();
  #settings: Versioned<DefaultLists> = { revision: -1, value: NO_SETTINGS };

  constructor(
    private readonly engine: Engine,
    private readonly accounts: Accounts | undefined,
  ) {}

  /** @throws RpcError for credentials that are wrong; a call without any is anonymous. */
  async userOf(call: Call): Promise<User> {
    if (!this.accounts) return ANONYMOUS_ADMIN;
    const [authorization] = call.metadata.get('authorization');
    if (authorization === undefined) return ANONYMOUS;
    const host = call.getPeer().replace(/:\d+$/, '');
    const account = await this.accounts.authenticate(String(authorization), host);
    if (!account) throw unauthenticated();
    const { login, groups } = account;
    const isAdmin = groups.includes(ADMINS);
    return { login, roles: [EVERYBODY, login, ...groups], isAdmin };
  }

  /** @throws RpcError when the user may not. `$all` is a stream here. */
  check(user: User, action: 'read' | 'write' | 'delete', stream: string): void {
    if (!this.may(user, action, stream)) throw accessDenied(user.login, action, stream);
  }

  /** @throws RpcError unless the user may define, replay and restart persistent subscriptions. */
  checkManages(user: User): void {
    if (user.isAdmin || user.roles.includes(OPS)) return;
    throw accessDenied(user.login, 'manage', 'persistent subscriptions');
  }

  /** @throws RpcError for anonymous calls. */
  checkKnown(user: User): void {
    if (user === ANONYMOUS) throw accessDenied(user.login, 'consume', 'persistent subscriptions');
  }

  may(user: User, action: 'read' | 'write' | 'delete', stream: string): boolean {
    if (user.isAdmin) return true;
    const described = describedBy(stream);
    if (described === undefined) return this.#allows(user, action, stream);
    if (action === 'delete') return false;
    return this.#allows(user, action === 'read' ? 'read-metadata' : 'write-metadata', described);
  }

  #allows({ roles }: User, action: Action, stream: string): boolean {
    const { user, system } = this.#defaults();
    const fallback = stream.startsWith('$') ? system : user;
    const allowed = this.#listOf(stream)[action] ?? fallback[action] ?? [];
    return allowed.some((role) => roles.includes(role));
  }

  /** Parsed once for each time the metadata is written. */
  #listOf(stream: string): AccessList {
    const metastream = metastreamOf(stream);
    const revision = this.#headOf(metastream);
    if (revision < 0) return NO_LIST;
    const known = this.#lists.get(stream);
    if (known?.revision === revision) return known.value;
    const value = accessListOf(this.#dataOf(metastream, revision));
    if (this.#lists.size >= LISTS_MAX) this.#lists.clear();
    this.#lists.set(stream, { revision, value });
    return value;
  }

  #defaults(): DefaultLists {
    const revision = this.#headOf(SETTINGS_STREAM);
    if (this.#settings.revision !== revision) {
      this.#settings = { revision, value: defaultListsOf(this.#dataOf(SETTINGS_STREAM, revision)) };
    }
    return this.#settings.value;
  }

  /** On disk: what is not yet may still be refused, and then its revision is given out again. */
  #headOf(stream: string): number {
    const state = this.engine.streams.find(stream);
    return state ? durableHead(this.engine, state) : -1;
  }

  #dataOf(stream: string, revision: number): Buffer {
    const { engine } = this;
    const state = engine.streams.find(stream);
    if (!state || revision < 0) return Buffer.alloc(0);
    const { positions } = engine.index.forwards(state, revision, revision, 1);
    return engine.entriesAt(positions)[0]?.fields.data ?? Buffer.alloc(0);
  }
}
