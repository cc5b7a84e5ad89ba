import { createHash } from 'node:crypto';
import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Problem } from '../problem/problem.js';
import { ROLES, withBroader, type Role } from './roles.js';

/** Who is calling. */
export type Caller = { readonly client: string; readonly role: Role };

/** Hands a controller's method the caller. @throws Problem `unauthenticated` on a public route. */
export const Caller = createParamDecorator((_none: unknown, context): Caller =>
  callerOf(context.switchToHttp().getRequest()),
);

/**
 * The person behind a key, where a change takes two. Keys of one client name are one person's, in
 * all their roles: give each person a client name of their own.
 */
export function personOf({ client }: Caller): string {
  return client;
}

/** `client:role:sha256-hex-of-the-key`. */
const ENTRY = `[a-z0-9-]{1,64}:(${ROLES.join('|')}):[0-9a-f]{64}`;

export const API_KEYS_PATTERN = new RegExp(`^${ENTRY}(,${ENTRY})*$`);

export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** RFC 9110: the scheme is case-insensitive, with spaces behind it. */
const BEARER = /^Bearer +(.*)$/i;

/** Recently seen keys, so that a busy client is not hashed at every request. */
const RECENT_MAX = 1000;

/** Knows the callers by the hashes of their keys; keys are held in memory only while in use. */
export class ApiKeys {
  readonly #callers = new Map<string, Caller>();
  readonly #recent = new Map<string, Caller>();

  /** @param text as in the variable API_KEYS, validated by API_KEYS_PATTERN. */
  constructor(text: string) {
    for (const entry of text.split(',')) {
      const [client, role, hash] = entry.split(':');
      if (client && role && hash) this.#callers.set(hash, { client, role: role as Role });
    }
  }

  /** @throws Problem `unauthenticated` for a missing or unknown key. */
  callerOf(authorization: string | undefined): Caller {
    const caller = this.find(authorization);
    if (!caller) throw new Problem('unauthenticated');
    return caller;
  }

  /** Null for a missing or unknown key. */
  find(authorization: string | undefined): Caller | null {
    if (authorization === undefined) return null;
    const recent = this.#recent.get(authorization);
    if (recent) return recent;
    const key = BEARER.exec(authorization)?.[1]?.trim();
    if (key === undefined) return null;
    // The lookup is by hash, so its timing tells nothing about the key.
    const caller = this.#callers.get(hashKey(key));
    if (!caller) return null;
    if (this.#recent.size >= RECENT_MAX) this.#recent.clear();
    this.#recent.set(authorization, caller);
    return caller;
  }
}

type Request = { headers: Record<string, string | undefined>; caller?: Caller };

const ROLES_KEY = 'assay:roles';

/**
 * Which roles may call a controller or method, and with them those that include them. A route must
 * have this or `Public`.
 */
export const Roles = (...roles: Role[]): ReturnType<typeof SetMetadata> =>
  SetMetadata(ROLES_KEY, withBroader(roles));

/** Lets anyone call, as for health checks and signed webhooks. */
export const Public = (): ReturnType<typeof SetMetadata> => SetMetadata(ROLES_KEY, 'public');

/** Checks the API key of every request and puts the caller on it; refuses where no rule is. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(private readonly keys: ApiKeys) {}

  canActivate(context: ExecutionContext): boolean {
    const roles = rolesOf(context);
    if (roles === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const caller = this.keys.callerOf(request.headers['authorization']);
    if (!roles?.includes(caller.role)) throw new Problem('forbidden');
    request.caller = caller;
    return true;
  }
}

/** The caller that ApiKeyGuard found. @throws Problem `unauthenticated` on a public route. */
export function callerOf(request: unknown): Caller {
  const { caller } = request as Request;
  if (!caller) throw new Problem('unauthenticated');
  return caller;
}

function rolesOf(context: ExecutionContext): readonly Role[] | 'public' | undefined {
  return declaredRoles(context.getHandler(), context.getClass());
}

/** Who may call a method of a controller; undefined: no rule says so, hence no caller may. */
export function declaredRoles(
  method: object,
  controller: object,
): readonly Role[] | 'public' | undefined {
  const read = (target: object): readonly Role[] | 'public' | undefined =>
    Reflect.getMetadata(ROLES_KEY, target) as readonly Role[] | 'public' | undefined;
  return read(method) ?? read(controller);
}
