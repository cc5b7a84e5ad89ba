import { PROVIDERS } from '#provider-port';
import { EFFECTS, type Effect, type FaultRequest } from '../faults/faults.js';
import { ControlRefusal, readJson } from './route.js';

const FIELDS = [
  'provider',
  'operation',
  'effect',
  'times',
  'skip',
  'delayMs',
  'probability',
  'seed',
  'retryAfterSeconds',
] as const;

/** Effects that last a while, or wait for one. */
const SLOW: readonly Effect[] = ['delay', 'webhook-late', 'webhook-reordered'];

/** How long a delay lasts unless it says. */
const DELAY_MS_DEFAULT = 1000;

/** @throws ControlRefusal that names the field. */
export function readFault(body: Buffer): FaultRequest {
  const given = readJson(body);
  for (const name of Object.keys(given)) {
    if (!FIELDS.some((field) => field === name)) {
      throw new ControlRefusal(`unknown field ${name}; there are ${FIELDS.join(', ')}`);
    }
  }
  const effect = given['effect'];
  if (!EFFECTS.some((each) => each === effect)) {
    throw new ControlRefusal(`effect must be one of ${EFFECTS.join(', ')}`);
  }
  const slow = SLOW.some((each) => each === effect);
  return {
    provider: readProvider(given['provider']),
    operation: readOperation(given['operation']),
    effect: effect as Effect,
    times: readNumber(given, 'times', 1, [1, 1_000_000_000]),
    skip: readNumber(given, 'skip', 0, [0, 1_000_000_000]),
    delayMs: readNumber(given, 'delayMs', slow ? DELAY_MS_DEFAULT : 0, [0, 3_600_000]),
    probability: readNumber(given, 'probability', 1, [0, 1]),
    seed: readNumber(given, 'seed', 1, [0, 2 ** 32 - 1]),
    retryAfterSeconds: readNumber(given, 'retryAfterSeconds', 1, [0, 3600]),
  };
}

function readProvider(value: unknown): FaultRequest['provider'] {
  if (value === undefined || value === '*') return '*';
  const provider = PROVIDERS.find((name) => name === value);
  if (provider !== undefined) return provider;
  throw new ControlRefusal(`provider must be ${PROVIDERS.join(', ')} or *`);
}

function readOperation(value: unknown): string {
  if (value === undefined) return '*';
  if (typeof value === 'string' && value !== '') return value;
  throw new ControlRefusal('operation must be a name as in GET /sandbox, an event type, or *');
}

function readNumber(
  given: Readonly<Record<string, unknown>>,
  name: string,
  otherwise: number,
  [min, max]: readonly [number, number],
): number {
  const value = given[name] ?? otherwise;
  const whole = name === 'probability' || Number.isInteger(value);
  if (typeof value === 'number' && whole && value >= min && value <= max) return value;
  throw new ControlRefusal(`${name} must be a number from ${min} to ${max}`);
}
