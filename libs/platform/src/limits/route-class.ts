/** What requests are counted as: each class of a client has a limit of its own. */
export const RATE_CLASSES = ['commands', 'reads', 'exports', 'sign-in', 'webhooks'] as const;

export type RateClass = (typeof RATE_CLASSES)[number];

/** What is needed of a request that has not been read yet. */
export type Asked = {
  readonly method: string;
  /** As the router has it: in a path as it was sent, a letter may be written as `%65`. */
  readonly route: string;
  readonly query: unknown;
  readonly headers: { readonly accept?: string | undefined };
};

/** What watches this process, and has to see it when it is busiest. */
const WATCHED = /^\/(health|metrics|version)(\/|$)/;

const WEBHOOKS = /^\/v1\/webhooks\//;
const SESSION = /^\/session(\/|$)/;
const EXPORT = /\/export$/;

/** Media types of files, patterns that they match, and the refusal of all that is no file. */
const FILE_TYPES = /csv|jsonl|ndjson|text\/\*|q=0(\.0*)?([,;\s]|$)/i;

/** Null for what is not limited. */
export function rateClassOf(asked: Asked): RateClass | null {
  const { method, route } = asked;
  if (method === 'OPTIONS' || WATCHED.test(route)) return null;
  if (method === 'GET' || method === 'HEAD') return isOfWholeList(asked) ? 'exports' : 'reads';
  if (WEBHOOKS.test(route)) return 'webhooks';
  return SESSION.test(route) ? 'sign-in' : 'commands';
}

function isOfWholeList({ route, query, headers }: Asked): boolean {
  const { format } = (query ?? {}) as { readonly format?: unknown };
  if (EXPORT.test(route) || FILE_TYPES.test(headers.accept ?? '')) return true;
  return format !== undefined && format !== 'json';
}
