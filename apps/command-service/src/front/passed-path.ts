import { Problem } from '#platform';

/** What would lead elsewhere once a path is resolved. */
const LEADS_ELSEWHERE = /^\.{0,2}$|\.\.\/|\/\.\./;

/**
 * The path of a request at the part that answers it, composed from what the router understood, so
 * that both understand the same path.
 *
 * @param template as Fastify writes it: `/v1/cases/:paymentId`.
 * @throws Problem `request-invalid` for what is no id.
 */
export function passedPath(template: string, parameters: Readonly<Record<string, string>>): string {
  return template.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = parameters[name] ?? '';
    if (LEADS_ELSEWHERE.test(value)) throw refused(name);
    return encodeURIComponent(value);
  });
}

function refused(field: string): Problem {
  const message = 'must be an id: not empty, neither . nor .., and without ../ or /..';
  return new Problem('request-invalid', undefined, [{ field, message }]);
}
