import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { personOf, withBroader, type Caller as AccessCaller, type Role } from '#access';
import { findCardData } from '../card-data/card-data.js';
import { Problem } from '../problem/problem.js';
import { AccessNotes, type AccessNote } from './access-notes.js';
import { ApiKeys } from './api-keys.js';

/** Who is calling. */
export type Caller = AccessCaller;

/** Hands a controller's method the caller. @throws Problem `unauthenticated` on a public route. */
export const Caller = createParamDecorator((_none: unknown, context): Caller =>
  callerOf(context.switchToHttp().getRequest()),
);

type Request = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly method?: string;
  readonly url?: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly routeOptions?: { readonly url?: string };
  caller?: Caller;
};

const ROLES_KEY = 'assay:roles';
const NOTED_KEY = 'assay:noted';
const BY_MERCHANT_KEY = 'assay:by-merchant';

/**
 * Which roles may call a controller or method, and with them those that include them. A route must
 * have this or `Public`.
 */
export const Roles = (...roles: Role[]): ReturnType<typeof SetMetadata> =>
  SetMetadata(ROLES_KEY, withBroader(roles));

/** Lets anyone call, as for health checks and signed webhooks. */
export const Public = (): ReturnType<typeof SetMetadata> => SetMetadata(ROLES_KEY, 'public');

/**
 * Says that a controller or method shows and changes what is of the caller's merchants alone. A
 * caller with only some merchants may call no other: a forgotten filter refuses, and shows nothing.
 */
export const ByMerchant = (): ReturnType<typeof SetMetadata> => SetMetadata(BY_MERCHANT_KEY, true);

/** Has every call of a controller or method noted in the access log. */
export const Noted = (): ReturnType<typeof SetMetadata> => SetMetadata(NOTED_KEY, 'call');

/** The same where the answer is a file for other programs, and no page. */
export const NotedExport = (): ReturnType<typeof SetMetadata> => SetMetadata(NOTED_KEY, 'export');

/** Checks the API key of every request and puts the caller on it; refuses where no rule is. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(
    private readonly keys: ApiKeys,
    private readonly notes: AccessNotes,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const roles = declaredRoles(context.getHandler(), context.getClass());
    if (roles === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const caller = this.keys.callerOf(request.headers['authorization']);
    const own = caller.roles ?? [caller.role];
    const role = own.find((each) => roles?.includes(each));
    if (role === undefined) throw new Problem('forbidden');
    assertOperation(caller, request);
    assertScoped(caller, context);
    request.caller = { ...caller, role };
    if (isNoted(context, request)) this.notes.onNote(noteOf(request.caller, request));
    return true;
  }
}

function isNoted(context: ExecutionContext, { query, headers }: Request): boolean {
  const noted = declared(NOTED_KEY, context.getHandler(), context.getClass());
  if (noted !== 'export') return noted === 'call';
  const format = query?.['format'] ?? 'json';
  return format !== 'json' || /csv|jsonl|ndjson/.test(headers['accept'] ?? '');
}

function noteOf(caller: Caller, request: Request): AccessNote {
  const { client, role } = caller;
  return {
    person: personOf(caller),
    client,
    role,
    operation: operationOf(request),
    path: pathOf(request),
    at: new Date().toISOString(),
  };
}

/** Without the query; the whole of it is left out where digits in it may be a card's. */
function pathOf({ url = '', routeOptions }: Request): string {
  const path = url.split('?', 1)[0] ?? '';
  const holdsCard = [path, decoded(path)].some((text) => findCardData(text) !== null);
  return holdsCard ? (routeOptions?.url ?? '') : path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** As docs/roles.md lists it. */
function operationOf({ method, routeOptions }: Request): string {
  const verb = method === 'HEAD' ? 'GET' : method;
  return `${verb} ${routeOptions?.url?.replace(/:(\w+)/g, '{$1}') ?? ''}`;
}

function assertOperation({ operations }: Caller, request: Request): void {
  if (operations === undefined || operations.includes(operationOf(request))) return;
  throw new Problem('forbidden', 'This API key is for other operations.');
}

function assertScoped({ merchants }: Caller, context: ExecutionContext): void {
  if (merchants === undefined) return;
  if (declared(BY_MERCHANT_KEY, context.getHandler(), context.getClass()) === true) return;
  throw new Problem('forbidden', 'This is not kept apart by merchant, and this API key is.');
}

/** The caller that ApiKeyGuard found. @throws Problem `unauthenticated` on a public route. */
export function callerOf(request: unknown): Caller {
  const { caller } = request as Request;
  if (!caller) throw new Problem('unauthenticated');
  return caller;
}

/** Who may call a method of a controller; undefined: no rule says so, hence no caller may. */
export function declaredRoles(
  method: object,
  controller: object,
): readonly Role[] | 'public' | undefined {
  return declared(ROLES_KEY, method, controller) as readonly Role[] | 'public' | undefined;
}

function declared(key: string, method: object, controller: object): unknown {
  return Reflect.getMetadata(key, method) ?? Reflect.getMetadata(key, controller);
}
