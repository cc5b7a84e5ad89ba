import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { withBroader, type Caller as AccessCaller, type Role } from '#access';
import { Problem } from '../problem/problem.js';
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
  readonly routeOptions?: { readonly url?: string };
  caller?: Caller;
};

const ROLES_KEY = 'assay:roles';
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

/** Checks the API key of every request and puts the caller on it; refuses where no rule is. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(private readonly keys: ApiKeys) {}

  canActivate(context: ExecutionContext): boolean {
    const roles = declaredRoles(context.getHandler(), context.getClass());
    if (roles === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const caller = this.keys.callerOf(request.headers['authorization']);
    if (!roles?.includes(caller.role)) throw new Problem('forbidden');
    assertOperation(caller, request);
    assertScoped(caller, context);
    request.caller = caller;
    return true;
  }
}

function assertOperation({ operations }: Caller, { method, routeOptions }: Request): void {
  if (operations === undefined) return;
  const verb = method === 'HEAD' ? 'GET' : method;
  const path = routeOptions?.url?.replace(/:(\w+)/g, '{$1}') ?? '';
  if (operations.includes(`${verb} ${path}`)) return;
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
