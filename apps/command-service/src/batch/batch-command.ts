import type { Command } from '@nestjs/cqrs';
import { Money } from '#money';
import { BodyPipe, createValidationPipe, idempotencyKeyOf, Problem } from '#platform';
import { CancelPayment } from '../cancel/cancel.handler.js';
import { CapturePayment } from '../capture/capture.handler.js';
import { CaptureRequest } from '../capture/capture.request.js';
import { InitiatePayment } from '../initiate/initiate-payment.js';
import { InitiateRequest } from '../initiate/initiate.request.js';
import { initiationFacts } from '../initiate/initiation-facts.js';
import type { CommandContext } from '../payment/command-context.js';
import { initiationOf, operationOf, type Sender } from '../http/keyed-command.js';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { RefundPayment } from '../refund/refund.handler.js';
import { RefundRequest } from '../refund/refund.request.js';
import { ReleaseRest } from '../release/release.handler.js';
import { VoidPayment } from '../void/void.handler.js';
import {
  BATCH_OPERATIONS,
  type BatchCommandRequest,
  type BatchOperation,
} from './batch.request.js';

type Class<Body> = new () => Body;

const bodies = new BodyPipe(createValidationPipe());

/**
 * The command that one item of a batch is: the same as if it came alone, under the same id, but
 * answered once it is recorded. A promise only where the body has to be looked at more closely.
 *
 * @throws Problem that names the bad field.
 */
export function commandOf(item: unknown, sender: Sender): BatchedCommand {
  const { operation, idempotencyKey, paymentId = '', body = {} } = shapeOf(item);
  const key = idempotencyKeyOf(idempotencyKey, 'idempotencyKey');
  if (operation === 'initiate') {
    return withValid(InitiateRequest, body, (valid) => {
      const { paymentId: id, context } = initiationOf({ ...sender, key }, valid);
      return new InitiatePayment(initiationFacts(id, valid), recorded(context));
    });
  }
  if (!UUID.test(paymentId)) throw invalid('paymentId', 'must be the UUID of a payment');
  return OPERATIONS[operation](paymentId, body, (valid) =>
    recorded(operationOf({ ...sender, key }, operation, paymentId, valid)),
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

type BatchedCommand = Command<LoadedPayment> | Promise<Command<LoadedPayment>>;

type Make = (
  paymentId: string,
  body: object,
  contextOf: (valid: object) => CommandContext,
) => BatchedCommand;

const OPERATIONS: Readonly<Record<Exclude<BatchOperation, 'initiate'>, Make>> = {
  capture: (paymentId, body, contextOf) =>
    withValid(CaptureRequest, body, (valid) => {
      const amount = valid.amount ? Money.fromJSON(valid.amount) : null;
      return new CapturePayment(paymentId, amount, valid.final ?? true, contextOf(valid));
    }),
  void: (paymentId, body, contextOf) =>
    withValid(NoFieldsRequest, body, () => new VoidPayment(paymentId, contextOf({}))),
  release: (paymentId, body, contextOf) =>
    withValid(NoFieldsRequest, body, () => new ReleaseRest(paymentId, contextOf({}))),
  cancel: (paymentId, body, contextOf) =>
    withValid(
      NoFieldsRequest,
      body,
      () => new CancelPayment(paymentId, 'requested', contextOf({})),
    ),
  refund: (paymentId, body, contextOf) =>
    withValid(RefundRequest, body, (valid) => {
      const amount = valid.amount ? Money.fromJSON(valid.amount) : null;
      const { captureId = null, reason = '' } = valid;
      return new RefundPayment(paymentId, { amount, captureId, reason }, contextOf(valid));
    }),
};

/** A promise costs a payment of a batch as much as its validation. */
function withValid<Body extends object>(
  metatype: Class<Body>,
  body: object,
  make: (valid: Body) => Command<LoadedPayment>,
): BatchedCommand {
  const valid = bodies.accept(body, metatype);
  return valid ? make(valid) : checked(metatype, body).then(make);
}

const FIELDS: ReadonlySet<string> = new Set(['operation', 'idempotencyKey', 'paymentId', 'body']);

function shapeOf(item: unknown): BatchCommandRequest {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw invalid('command', 'must be an object with operation, idempotencyKey and body');
  }
  const unknown = Object.keys(item).find((field) => !FIELDS.has(field));
  if (unknown !== undefined) throw invalid(unknown, 'is not a field of a command');
  const { operation, body } = item as Readonly<Record<string, unknown>>;
  if (!(BATCH_OPERATIONS as readonly unknown[]).includes(operation)) {
    throw invalid('operation', `must be one of ${BATCH_OPERATIONS.join(', ')}`);
  }
  if (body !== undefined && (typeof body !== 'object' || body === null)) {
    throw invalid('body', 'must be an object');
  }
  return item as BatchCommandRequest;
}

/** @throws Problem with the fields named as they stand in the batch. */
async function checked<Body extends object>(metatype: Class<Body>, body: object): Promise<Body> {
  try {
    return (await bodies.transform(body, { type: 'body', metatype })) as Body;
  } catch (error) {
    if (!(error instanceof Problem) || !error.errors) throw error;
    const errors = error.errors.map(({ field, message }) => ({ field: `body.${field}`, message }));
    throw new Problem(error.code, error.detail, errors);
  }
}

function recorded(context: CommandContext): CommandContext {
  return { ...context, answersWhenRecorded: true };
}

function invalid(field: string, message: string): Problem {
  return new Problem('request-invalid', undefined, [{ field, message }]);
}
