import type { ProviderName } from '#provider-port';

/** What can go wrong with a request, and with a webhook. */
export const REQUEST_EFFECTS = [
  'delay', // Answers after delayMs.
  '429', // Refuses: too many requests.
  '500-before', // Fails without doing anything.
  '500-after', // Does it, then fails.
  'drop-before', // Closes the connection without doing anything.
  'drop-after', // Does it, then closes the connection.
  'hold-answer', // Does it, and never answers.
] as const;

export const WEBHOOK_EFFECTS = [
  'webhook-duplicate', // Delivers it twice.
  'webhook-late', // Delivers it after delayMs; later ones overtake it.
  'webhook-reordered', // Delivers it after the next one of its payment, or after delayMs.
  'webhook-lost', // Never delivers it; it can still be listed.
] as const;

export const EFFECTS = [...REQUEST_EFFECTS, ...WEBHOOK_EFFECTS] as const;

export type Effect = (typeof EFFECTS)[number];

export type FaultRequest = {
  readonly provider: ProviderName | '*';
  /** An operation as in `payment_intents.capture`, an event type, or `*`. */
  readonly operation: string;
  readonly effect: Effect;
  /** How often it strikes before it is spent. */
  readonly times: number;
  /** Matching requests to let pass first. */
  readonly skip: number;
  readonly delayMs: number;
  /** Chance that a matching request is struck, 0 to 1, drawn from the seed. */
  readonly probability: number;
  readonly seed: number;
  /** What a 429 says in Retry-After; 0: nothing. */
  readonly retryAfterSeconds: number;
};

export type Fault = FaultRequest & { readonly id: number; readonly struck: number };

type ArmedFault = { fault: Fault; skipped: number; readonly draw: () => number };

/** The faults asked for. The oldest that matches strikes; a spent one is forgotten. */
export class Faults {
  readonly #armed: ArmedFault[] = [];
  #count = 0;

  add(request: FaultRequest): Fault {
    this.#count += 1;
    const fault = { ...request, id: this.#count, struck: 0 };
    this.#armed.push({ fault, skipped: 0, draw: seededDraws(request.seed) });
    return fault;
  }

  list(): readonly Fault[] {
    return this.#armed.map(({ fault }) => fault);
  }

  /** @returns whether there was such a fault. */
  remove(id: number): boolean {
    const index = this.#armed.findIndex(({ fault }) => fault.id === id);
    if (index >= 0) this.#armed.splice(index, 1);
    return index >= 0;
  }

  clear(): void {
    this.#armed.length = 0;
  }

  strikeRequest(provider: ProviderName, operation: string): Fault | null {
    return this.#strike(provider, operation, false);
  }

  strikeWebhook(provider: ProviderName, eventType: string): Fault | null {
    return this.#strike(provider, eventType, true);
  }

  #strike(provider: ProviderName, operation: string, webhook: boolean): Fault | null {
    for (const armed of this.#armed) {
      const { fault } = armed;
      if (fault.effect.startsWith('webhook-') !== webhook) continue;
      if (fault.provider !== '*' && fault.provider !== provider) continue;
      if (fault.operation !== '*' && fault.operation !== operation) continue;
      if (armed.skipped < fault.skip) {
        armed.skipped += 1;
        continue;
      }
      if (armed.draw() >= fault.probability) continue;
      armed.fault = { ...fault, struck: fault.struck + 1 };
      if (armed.fault.struck >= fault.times) this.remove(fault.id);
      return armed.fault;
    }
    return null;
  }
}

/** A small generator whose draws follow from the seed alone (Mulberry32, public domain). */
export function seededDraws(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
