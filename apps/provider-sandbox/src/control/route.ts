import type { Answer, Call, Method, Operation } from '../http/operation.js';
import { PayPalRefusal } from '../paypal/errors.js';
import { readShape, type Shape } from '../shape.js';
import { StripeRefusal } from '../stripe/errors.js';

/** One path of the sandbox's own, with what its help says of it. */
export type ControlRoute = {
  readonly method: Method;
  readonly path: string;
  readonly does: string;
  /** As its help shows it; null when it takes none. */
  readonly body: string | null;
  readonly handle: (call: Call) => Answer;
};

/** A control request that makes no sense; the message says what would. */
export class ControlRefusal extends Error {
  override readonly name = 'ControlRefusal';
}

export function toOperation({ method, path, handle }: ControlRoute): Operation {
  return { name: path, method, path, handle: (call) => refusing(() => handle(call)) };
}

/**
 * Reads a JSON body; an empty one is an empty object.
 *
 * @throws ControlRefusal that names the field.
 */
export function readControl<T>(shape: Shape<T>, body: Buffer): T {
  const { read, problems } = readShape(shape, body.length === 0 ? {} : readJson(body));
  const [first] = problems;
  if (first === undefined) return read;
  const { path, kind, expected } = first;
  const name = path.join('.') || 'the body';
  if (kind === 'unknown')
    throw new ControlRefusal(`unknown field ${name}; GET /sandbox lists them`);
  throw new ControlRefusal(`${name} must be ${expected}`);
}

/** @throws ControlRefusal unless it is a JSON object. */
export function readJson(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return parsed as Readonly<Record<string, unknown>>;
    }
  } catch {
    // Refused below, as anything else that is no object.
  }
  throw new ControlRefusal('the body must be a JSON object');
}

/** Amounts leave as digits in a string, because JSON numbers lose precision. */
export function ok(body: object, status = 200): Answer {
  const text = JSON.stringify(body, (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return { status, body: text };
}

export function idIn(call: Call): string {
  return call.params['id'] ?? '';
}

function refusing(handle: () => Answer): Answer {
  try {
    return handle();
  } catch (error) {
    if (error instanceof ControlRefusal) return { status: 400, body: { error: error.message } };
    if (error instanceof StripeRefusal || error instanceof PayPalRefusal) {
      const issue = error instanceof PayPalRefusal ? error.details[0]?.issue : error.body.code;
      const code = issue === undefined ? {} : { code: issue };
      return { status: error.status, body: { error: error.message, ...code } };
    }
    throw error;
  }
}
