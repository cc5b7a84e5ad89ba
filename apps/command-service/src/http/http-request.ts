import { callerOf, idempotencyKeyOf, type Caller } from '#platform';
import {
  contextFrom,
  originOf,
  type CommandContext,
  type Origin,
  type RequestHeaders,
} from '../payment/command-context.js';
import { operationIdOf, paymentIdOf } from './idempotency-key.js';

/** What the handlers need of a Fastify request. */
export type HttpRequest = { readonly headers: RequestHeaders };

/** Who sends the commands of a request. */
export type Sender = { readonly caller: Caller; readonly origin: Origin };

export function senderOf(request: HttpRequest): Sender {
  const caller = callerOf(request);
  return { caller, origin: originOf(caller, request.headers) };
}

export type InitiationContext = { readonly paymentId: string; readonly context: CommandContext };

/** A command that begins a payment: the key decides which. */
export function initiationOf(request: HttpRequest, body: object): InitiationContext {
  return initiationBy(
    senderOf(request),
    idempotencyKeyOf(request.headers['idempotency-key']),
    body,
  );
}

/** The same of a command that came with its key beside it. */
export function initiationBy(
  { caller, origin }: Sender,
  key: string,
  body: object,
): InitiationContext {
  const paymentId = paymentIdOf(caller, key);
  return { paymentId, context: contextFrom(origin, paymentId, body) };
}

/** A command on an order: the order is the client's own word, so nothing names it but the key. */
export function orderOperationOf(
  request: HttpRequest,
  operation: string,
  orderId: string,
): CommandContext {
  return operationOf(request, operation, `order:${orderId}`, {});
}

/** A command on an existing payment. Its command id names the operation that it begins. */
export function operationOf(
  request: HttpRequest,
  operation: string,
  paymentId: string,
  body: object,
): CommandContext {
  const key = `${operation}:${idempotencyKeyOf(request.headers['idempotency-key'])}`;
  return operationBy(senderOf(request), key, paymentId, body);
}

/** The same of a command that came with its key beside it; `key` is `operation:key`. */
export function operationBy(
  { caller, origin }: Sender,
  key: string,
  paymentId: string,
  body: object,
): CommandContext {
  return contextFrom(origin, operationIdOf(caller, paymentId, key), body);
}
