import { createParamDecorator } from '@nestjs/common';
import { callerOf, idempotencyKeyOf, markReplayed, type Caller } from '#platform';
import {
  contextFrom,
  originOf,
  type CommandContext,
  type Origin,
  type RequestHeaders,
} from '../payment/command-context.js';
import { operationIdOf, paymentIdOf } from './idempotency-key.js';

/** Who sends the commands of a request. */
export type Sender = { readonly caller: Caller; readonly origin: Origin };

/** Hands a controller's method the sender. */
export const Sender = createParamDecorator((_none: unknown, context) =>
  senderOf(context.switchToHttp().getRequest<SentRequest>()),
);

/** A command's sender, and the key that names the command among all of that sender. */
export type KeyedCommand = Sender & Pick<CommandContext, 'replayed'> & { readonly key: string };

/**
 * Hands a controller's method the sender and the key of a command.
 *
 * @throws Problem `idempotency-key-missing`, `idempotency-key-invalid`.
 */
export const Keyed = createParamDecorator((_none: unknown, context): KeyedCommand => {
  const request = context.switchToHttp().getRequest<SentRequest>();
  const { caller, origin } = senderOf(request);
  const key = idempotencyKeyOf(request.headers['idempotency-key']);
  const reply = context.switchToHttp().getResponse<Parameters<typeof markReplayed>[0]>();
  return { caller, origin, key, replayed: () => markReplayed(reply) };
});

type SentRequest = { readonly headers: RequestHeaders };

function senderOf(request: SentRequest): Sender {
  const caller = callerOf(request);
  return { caller, origin: originOf(caller, request.headers) };
}

export type InitiationContext = { readonly paymentId: string; readonly context: CommandContext };

/** A command that begins a payment: the key decides which. */
export function initiationOf(
  { caller, origin, key, ...told }: KeyedCommand,
  body: object,
): InitiationContext {
  const paymentId = paymentIdOf(caller, key);
  return { paymentId, context: contextFrom(origin, paymentId, body, told) };
}

/** A command on an order: the order is the client's own word, so nothing names it but the key. */
export function orderOperationOf(
  command: KeyedCommand,
  operation: string,
  orderId: string,
): CommandContext {
  return operationOf(command, operation, `order:${orderId}`, {});
}

/** A command on an existing payment. Its command id names the operation that it begins. */
export function operationOf(
  { caller, origin, key, ...told }: KeyedCommand,
  operation: string,
  paymentId: string,
  body: object,
): CommandContext {
  const commandId = operationIdOf(caller, paymentId, `${operation}:${key}`);
  return contextFrom(origin, commandId, body, told);
}
