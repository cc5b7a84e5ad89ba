import type { Delivery } from './delivery.js';

/** Messages on their way at the same time, to all endpoints together. */
const COUNT_MAX = 512;
/** Of these, to endpoints that did not take the last one: silent ones leave room for others. */
const UNPROVEN_MAX = 256;

type Handlers = {
  readonly onError: (error: unknown) => void;
  /** There is room again: at this endpoint, or for all of them. */
  readonly onRoom: (endpointId?: string) => void;
};

/**
 * What is being sent. An endpoint gets its full share once it took a message, and one at a time
 * until then and again after a failure.
 */
export class InFlight {
  readonly #lanes = new Map<string, Set<string>>();
  readonly #proven = new Set<string>();
  readonly #running = new Set<Promise<void>>();
  #unproven = 0;
  /** A message found no room: none at all, or none for the unproven. */
  #wasFull = false;
  #wasFullOfUnproven = false;
  #turn = 0;

  constructor(private readonly perEndpointMax: number) {}

  hasRoom(endpointId: string): boolean {
    const isProven = this.#proven.has(endpointId);
    const busy = this.#lanes.get(endpointId)?.size ?? 0;
    if (busy >= (isProven ? this.perEndpointMax : 1)) return false;
    if (this.#running.size >= COUNT_MAX) {
      this.#wasFull = true;
      return false;
    }
    if (isProven || this.#unproven < UNPROVEN_MAX) return true;
    this.#wasFullOfUnproven = true;
    return false;
  }

  /** So many of the first lanes that are due hold enough that are not under way. */
  lanesMax(endpointId: string): number {
    return this.perEndpointMax + (this.#lanes.get(endpointId)?.size ?? 0);
  }

  inTurn<T>(all: readonly T[]): T[] {
    const first = all.length === 0 ? 0 : this.#turn++ % all.length;
    return [...all.slice(first), ...all.slice(0, first)];
  }

  /** Runs an attempt unless one of its lane is under way; it says whether the message arrived. */
  run(delivery: Delivery, attempt: () => Promise<boolean>, handlers: Handlers): void {
    const { endpointId, paymentId } = delivery;
    const lanes = this.#lanes.get(endpointId) ?? new Set<string>();
    if (lanes.has(paymentId)) return;
    this.#lanes.set(endpointId, lanes.add(paymentId));
    const isProven = this.#proven.has(endpointId);
    if (!isProven) this.#unproven += 1;
    const run = attempt()
      .then(
        (hasArrived) => {
          if (hasArrived) this.#proven.add(endpointId);
          else this.#proven.delete(endpointId);
          setImmediate(() => this.#tell({ endpointId, isProven }, handlers));
        },
        (error: unknown) => {
          // The room is not announced: what failed here would fail again at once, and for ever.
          handlers.onError(error);
        },
      )
      .finally(() => {
        if (!isProven) this.#unproven -= 1;
        lanes.delete(paymentId);
        if (lanes.size === 0) this.#lanes.delete(endpointId);
        this.#running.delete(run);
      });
    this.#running.add(run);
  }

  async ended(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** Only room that a message lacked is announced to all: looking at all of them costs time. */
  #tell({ endpointId, isProven }: EndedDelivery, { onRoom }: Handlers): void {
    const isForAll = this.#wasFull || (this.#wasFullOfUnproven && !isProven);
    if (!isForAll) {
      onRoom(endpointId);
      return;
    }
    this.#wasFull = false;
    if (!isProven) this.#wasFullOfUnproven = false;
    onRoom();
  }
}

/** An attempt, and whether its endpoint had taken the message before. */
type EndedDelivery = { readonly endpointId: string; readonly isProven: boolean };
