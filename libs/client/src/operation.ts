import type { ApiClient, Call } from './api-client.js';

export type OperationCall = {
  readonly method: string;
  /** As in `/v1/payments/{paymentId}`. */
  readonly path: string;
  /** Parameters of the path by name, and `query`, `body` and `idempotencyKey`. */
  readonly input?: object;
  /** `text` for a page; JSON otherwise. */
  readonly answer?: 'text';
};

export type CallOptions = {
  /** Ends the call with the signal's reason. A command may be done all the same. */
  readonly signal?: AbortSignal;
};

/** Sends one operation. Its types are those of the service's OpenAPI document. */
export async function callOperation<Answer>(
  api: ApiClient,
  operation: OperationCall,
  options: CallOptions = {},
): Promise<Answer> {
  return (await api.send(callOf(operation, options))) as Answer;
}

/** Puts each part of the input where it belongs. */
export function callOf(
  { method, path, input = {}, answer }: OperationCall,
  { signal }: CallOptions,
): Call {
  const { query = {}, body, idempotencyKey } = input as OperationInput;
  return {
    method: method as Call['method'],
    path: pathOf(path, input) + queryOf(query),
    ...(body !== undefined && { body }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(answer && { answer }),
    ...(signal && { signal }),
  };
}

function pathOf(template: string, input: object): string {
  const parameters = input as Readonly<Record<string, unknown>>;
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = String(parameters[name]);
    // A URL takes these as the way to another operation.
    if (['', '.', '..', 'undefined'].includes(value)) {
      throw new TypeError(`${name} ${JSON.stringify(value)} is no part of a path`);
    }
    return encodeURIComponent(value);
  });
}

/** A list is sent as one parameter for each of its values. */
function queryOf(query: object): string {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const each of values) text.append(name, String(each));
  }
  return text.size === 0 ? '' : `?${text.toString()}`;
}

type OperationInput = {
  readonly query?: object;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
};
