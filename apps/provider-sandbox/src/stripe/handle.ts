import type { Answer, Call, Method, Operation } from '../http/operation.js';
import type { StripeDesk } from './desk.js';
import { missing } from './errors.js';
import { expand, objectOf } from './expand.js';
import { PARAMS, readParams } from './params.js';

export type Handle = (desk: StripeDesk, call: Call) => Answer;

/** Makes an operation of a handle. */
export type Offer = (name: string, method: Method, path: string, handle: Handle) => Operation;

/** @param prefix of the object's ids. @param param how a refusal names the id. */
export function retrieve(object: string, prefix: string, param = 'id'): Handle {
  return (desk, call) => {
    const params = readParams(PARAMS.retrieve, call.query);
    const id = idOf(call);
    const body = id.startsWith(`${prefix}_`) ? objectOf(desk, id) : undefined;
    if (body === undefined) throw missing(object, id, param);
    return expanded(desk, { status: 200, body }, params.expand);
  };
}

export function expanded(
  desk: StripeDesk,
  answer: Answer,
  paths: readonly string[] | undefined,
): Answer {
  if (answer.status !== 200 || paths === undefined) return answer;
  return { ...answer, body: expand(desk, answer.body as object, paths) };
}

export function formOf(call: Call): string {
  return call.body.toString('utf8');
}

export function idOf(call: Call): string {
  return call.params['id'] ?? '';
}
