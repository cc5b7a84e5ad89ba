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

/** Sends one operation. Its types are those of the service's OpenAPI document. */
export async function callOperation<Answer>(
  api: ApiClient,
  { method, path, input = {}, answer }: OperationCall,
): Promise<Answer> {
  const { query = {}, body, idempotencyKey } = input as OperationInput;
  const call: Call = {
    method: method as Call['method'],
    path: pathOf(path, input) + queryOf(query),
    ...(body !== undefined && { body }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(answer && { answer }),
  };
  return (await api.send(call)) as Answer;
}

function pathOf(template: string, input: object): string {
  const parameters = input as Readonly<Record<string, unknown>>;
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String(parameters[name])),
  );
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
