import { RequestMethod, type INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { declaredRoles } from './guard.js';

export type Controller = { readonly name: string; readonly prototype: object };

/** One method of a controller that answers requests. */
export type Route = {
  readonly controller: Controller;
  readonly method: string;
  readonly roles: ReturnType<typeof declaredRoles>;
};

/** What Nest keeps at a method that has `@Get` or the like, and at nothing else. */
const HTTP_METHOD = 'method';

/** Every route of an application, hidden ones of the OpenAPI document too. */
export function routesOf(app: INestApplication): Route[] {
  return [...app.get(ModulesContainer).values()].flatMap(({ controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) =>
      typeof metatype === 'function' ? routesIn(metatype) : [],
    ),
  );
}

/** @throws Error naming the routes that declare neither roles nor that they are public. */
export function refuseUndeclared(app: INestApplication): void {
  const undeclared = routesOf(app)
    .filter(({ roles }) => roles === undefined)
    .map(({ controller, method }) => `${controller.name}.${method}`);
  if (undeclared.length === 0) return;
  throw new Error(`declare with @Roles or @Public who may call ${undeclared.join(', ')}`);
}

function routesIn(controller: Controller): Route[] {
  const methods = controller.prototype as Readonly<Record<string, unknown>>;
  return Object.getOwnPropertyNames(methods).flatMap((method) => {
    const handler = methods[method];
    if (typeof handler !== 'function' || !Reflect.hasMetadata(HTTP_METHOD, handler)) return [];
    return [{ controller, method, roles: declaredRoles(handler, controller) }];
  });
}

/** As Fastify names them: `GET /v1/payments/:paymentId`. */
export function addressesOf({ controller, method }: Route): string[] {
  const handler = (controller.prototype as Readonly<Record<string, object>>)[method] ?? {};
  const verb = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod];
  const verbs = verb === 'GET' ? ['GET', 'HEAD'] : [verb];
  return pathsOf(controller).flatMap((base) =>
    pathsOf(handler).flatMap((rest) => {
      const parts = `${base}/${rest}`.split('/').filter((part) => part !== '');
      return verbs.map((each) => `${each} /${parts.join('/')}`);
    }),
  );
}

function pathsOf(target: object): string[] {
  return [Reflect.getMetadata('path', target) as string | string[] | undefined]
    .flat()
    .map((path) => path ?? '');
}
