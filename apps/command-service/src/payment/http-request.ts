import { callerOf } from '#platform';
import { contextOfRequest, type CommandContext, type RequestHeaders } from './command-context.js';
import { idempotencyKeyOf, operationIdOf, paymentIdOf } from './idempotency-key.js';

/** What the handlers need of a Fastify request. */
export type HttpRequest = { readonly headers: RequestHeaders };

/** A command that begins a payment: the key decides which. */
export function initiationOf(
  request: HttpRequest,
  body: object,
): { readonly paymentId: string; readonly context: CommandContext } {
  const caller = callerOf(request);
  const paymentId = paymentIdOf(caller, idempotencyKeyOf(request.headers));
  return {
    paymentId,
    context: contextOfRequest(caller, request.headers, { commandId: paymentId, body }),
  };
}

/** A command on an order: the order is the client's own word, so nothing names it but the key. */
export function orderOperationOf(
  request: HttpRequest,
  operation: string,
  orderId: string,
): CommandContext {
  const caller = callerOf(request);
  const key = `${operation}:${idempotencyKeyOf(request.headers)}`;
  const commandId = operationIdOf(caller, `order:${orderId}`, key);
  return contextOfRequest(caller, request.headers, { commandId, body: {} });
}

/** A command on an existing payment. Its command id names the operation that it begins. */
export function operationOf(
  request: HttpRequest,
  operation: string,
  paymentId: string,
  body: object,
): CommandContext {
  const caller = callerOf(request);
  const key = `${operation}:${idempotencyKeyOf(request.headers)}`;
  const commandId = operationIdOf(caller, paymentId, key);
  return contextOfRequest(caller, request.headers, { commandId, body });
}
