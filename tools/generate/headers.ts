type Json = Record<string, unknown>;
type Response = { readonly description: string; readonly content?: object };
type Operation = {
  readonly parameters?: readonly { readonly in: string; readonly name?: string }[];
};

const TEXT = { type: 'string' };

/** What stands in the head of answers, of every service alike. */
const HEADERS: Readonly<Record<string, { description: string; schema: object }>> = {
  'Request-Id': {
    description:
      'Names the request in the log of the service. A `Request-Id` that the caller sends, of up to ' +
      '128 letters, digits and `_.:-`, is taken over.',
    schema: TEXT,
  },
  ETag: {
    description: 'Weak tag of the answer, for `If-None-Match`.',
    schema: { type: 'string', pattern: '^W/"[\\w-]{43}"$' },
  },
  Location: { description: 'Path of what was created.', schema: TEXT },
  'Idempotent-Replayed': {
    description: 'The command was recorded before; a first answer has no such header.',
    schema: { type: 'string', enum: ['true'] },
  },
  'Retry-After': {
    description: 'In how many seconds to try again.',
    schema: { type: 'string', pattern: '^[0-9]+$' },
  },
};

export const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The `ETag` of an earlier answer; 304 without a body where nothing changed.',
  schema: TEXT,
};

/** The descriptions of those that a document refers to. */
export function headersOf(paths: object): object {
  const text = JSON.stringify(paths);
  const used = Object.entries(HEADERS).filter(([name]) =>
    text.includes(`#/components/headers/${name}"`),
  );
  return Object.fromEntries(used);
}

/** The response with the headers that it may have. */
export function withHeaders<Answer extends Response>(
  method: string,
  operation: Operation,
  [status, response]: readonly [string, Answer],
): [string, Answer & { headers: Json }] {
  const names = Object.keys(HEADERS).filter((name) => isIn(name, { method, operation, status }));
  const headers = names.map((name) => [name, { $ref: `#/components/headers/${name}` }]);
  return [status, { ...response, headers: Object.fromEntries(headers) as Json }];
}

type Place = { readonly method: string; readonly operation: Operation; readonly status: string };

function isIn(header: string, { method, operation, status }: Place): boolean {
  const isDone = status.startsWith('2');
  const named = (operation.parameters ?? []).some(({ name }) => name === 'Idempotency-Key');
  const places: Readonly<Record<string, boolean>> = {
    'Request-Id': true,
    ETag: method === 'get' && (isDone || status === '304'),
    Location: status === '201',
    'Idempotent-Replayed': isDone && named,
    'Retry-After': status === '429' || status === '503',
  };
  return places[header] === true;
}
