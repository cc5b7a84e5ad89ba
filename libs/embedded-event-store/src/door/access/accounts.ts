import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { PasswordChecks } from './password-checks.js';

/** A user of the door, as in its users file. */
export type UserAccount = {
  readonly login: string;
  /** `$admins` may do everything, `$ops` may manage persistent subscriptions. */
  readonly groups: readonly string[];
  /** As `hashPassword` makes it. */
  readonly passwordHash: string;
};

/** The users file cannot be used; the message names the entry and what it needs. */
export class InvalidUsers extends Error {
  override readonly name = 'InvalidUsers';
}

type ScryptOptions = { readonly N: number; readonly r: number; readonly p: number };

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP's first choice of cost for scrypt: 16 MiB, and a fifth of a second or less. */
const COST: ScryptOptions = { N: 2 ** 14, r: 8, p: 5 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const HASH = /^scrypt:([A-Za-z0-9+/=]{20,}):([A-Za-z0-9+/=]{40,})$/;
/** Credentials that were checked, so that a busy client costs one derivation and not thousands. */
const CHECKED_MAX = 1_000;
/** Takes as long as a real one, so that timing does not tell which logins exist. */
const UNKNOWN_LOGIN_HASH = `scrypt:${'A'.repeat(22)}==:${'A'.repeat(43)}=`;

/** `scrypt:salt:hash`, for a users file. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, HASH_BYTES, COST);
  return `scrypt:${salt.toString('base64')}:${hash.toString('base64')}`;
}

/**
 * Reads a users file: a JSON list of accounts.
 *
 * @throws InvalidUsers when it is none, or two accounts have one login.
 */
export function parseUsers(text: string): readonly UserAccount[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new InvalidUsers('the users file must be JSON: a list of accounts');
  }
  if (!Array.isArray(json) || json.length === 0) {
    throw new InvalidUsers('the users file must hold a list of one account or more');
  }
  const accounts = json.map(parseAccount);
  const logins = accounts.map(({ login }) => login);
  const twice = logins.find((login, index) => logins.indexOf(login) !== index);
  if (twice !== undefined) throw new InvalidUsers(`the users file holds "${twice}" twice`);
  return accounts;
}

/** Checks credentials; those found right are known from then on, and equal ones share a check. */
export class Accounts {
  readonly #byLogin: ReadonlyMap<string, UserAccount>;
  readonly #checked = new Map<string, UserAccount>();
  readonly #pending = new Map<string, Promise<UserAccount | undefined>>();
  readonly #checks = new PasswordChecks();

  constructor(accounts: readonly UserAccount[]) {
    this.#byLogin = new Map(accounts.map((account) => [account.login, account]));
  }

  /**
   * The account that an `authorization` header proves; undefined when it proves none.
   *
   * @throws TooManyFailures when the login failed too often from this host.
   */
  async authenticate(authorization: string, host: string): Promise<UserAccount | undefined> {
    const key = createHash('sha256').update(authorization).digest('base64');
    const known = this.#checked.get(key);
    if (known) return known;
    const pending = this.#pending.get(key) ?? this.#check(authorization, host);
    this.#pending.set(key, pending);
    try {
      const account = await pending;
      if (account) this.#remember(key, account);
      return account;
    } finally {
      this.#pending.delete(key);
    }
  }

  #remember(key: string, account: UserAccount): void {
    if (this.#checked.size >= CHECKED_MAX) this.#checked.clear();
    this.#checked.set(key, account);
  }

  async #check(authorization: string, host: string): Promise<UserAccount | undefined> {
    const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization) ?? [];
    if (encoded === undefined) return undefined;
    const credentials = Buffer.from(encoded, 'base64').toString();
    const colon = credentials.indexOf(':');
    if (colon < 0) return undefined;
    const login = credentials.slice(0, colon);
    const account = this.#byLogin.get(login);
    const hash = account?.passwordHash ?? UNKNOWN_LOGIN_HASH;
    const isRight = await this.#checks.run(host, login, async () => {
      const found = await matches(credentials.slice(colon + 1), hash);
      return found && account !== undefined;
    });
    return isRight ? account : undefined;
  }
}

function parseAccount(json: unknown, index: number): UserAccount {
  const entry = `entry ${index + 1} of the users file`;
  if (typeof json !== 'object' || json === null) throw new InvalidUsers(`${entry} is no object`);
  const { login, groups = [], passwordHash } = json as Record<string, unknown>;
  if (typeof login !== 'string' || !/^[^$:\s][^:\s]*$/.test(login)) {
    throw new InvalidUsers(`login of ${entry} must be a name without colon, space or leading $`);
  }
  if (!Array.isArray(groups) || !groups.every((group) => typeof group === 'string')) {
    throw new InvalidUsers(`groups of ${entry} must be a list of names, as in ["$admins"]`);
  }
  if (typeof passwordHash !== 'string' || !HASH.test(passwordHash)) {
    throw new InvalidUsers(`passwordHash of ${entry} must be scrypt:salt:hash, both in base64`);
  }
  return { login, groups, passwordHash };
}

async function matches(password: string, passwordHash: string): Promise<boolean> {
  const [, salt = '', hash = ''] = HASH.exec(passwordHash) ?? [];
  const wanted = Buffer.from(hash, 'base64');
  const found = await derive(password, Buffer.from(salt, 'base64'), wanted.length, COST);
  return timingSafeEqual(found, wanted);
}
