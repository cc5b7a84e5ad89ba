import type { Undelivered } from './undelivered.js';
import type { ProviderName } from '#provider-port';
import type { Logger } from '#platform';
import type { Fault, Faults } from '../faults/faults.js';
import type { Draft, Shelf } from '../ledger/shelf.js';
import type { Courier, Parcel } from './courier.js';

/** Signs an event as its provider does. */
export type Signer = (eventId: string) => Promise<Parcel>;

/** Threads that deliver at the same time; the others wait for their turn. */
const THREADS_MAX = 64;

/** A quarter of a second, doubled each time, to half a minute: some eight minutes in all. */
const ATTEMPTS_MAX = 24;
const RETRY_MS_MIN = 250;
const RETRY_MS_MAX = 30_000;

export type OutboxParts = {
  readonly shelf: Shelf;
  readonly faults: Faults;
  readonly courier: Courier;
  readonly logger: Logger;
  /** Where each provider's events go; none: they are kept and not sent. */
  readonly urls: Readonly<Record<ProviderName, string | undefined>>;
  /** What each endpoint has subscribed to; undefined: everything. */
  readonly types: Readonly<Record<ProviderName, readonly string[] | undefined>>;
};

/** Delivers events in order per thread, again and again until they are taken. */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #signers: Partial<Record<ProviderName, Signer>> = {};
  readonly #threads = new Map<string, Undelivered[]>();
  readonly #waiting: string[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Events that wait for the next one of their thread to overtake them. */
  readonly #overtaken = new Map<string, Undelivered>();
  /** What is kept back; null when nothing is. */
  #held: Undelivered[] | null = null;
  #releases = 0;
  #active = 0;
  #stopped = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** Takes up what an earlier run did not deliver. */
  start(signers: Record<ProviderName, Signer>): void {
    Object.assign(this.#signers, signers);
    for (const [, event] of this.#parts.shelf.range('undelivered')) {
      if (!event.lost && this.#parts.urls[event.provider] !== undefined) this.#enqueue(event);
    }
  }

  /** Hands an event over together with the changes it tells of. */
  post(draft: Draft, event: Omit<Undelivered, 'lost'>): void {
    if (this.#parts.urls[event.provider] === undefined) return;
    if (this.#parts.types[event.provider]?.includes(event.type) === false) return;
    const fault = this.#parts.faults.strikeWebhook(event.provider, event.type);
    const lost = fault?.effect === 'webhook-lost';
    const undelivered = { ...event, lost };
    draft.put('undelivered', keyOf(event), undelivered);
    if (lost) return;
    draft.afterwards(() => this.#dispatch(undelivered, fault));
  }

  /** Keeps events back from now on, until they are released. */
  hold(): void {
    this.#held ??= [];
  }

  /** Delivers what was held back, one after the other in this order. @returns how many. */
  release(reorder: (events: readonly Undelivered[]) => readonly Undelivered[]): number {
    const held = reorder(this.#held ?? []);
    this.#held = null;
    this.#releases += 1;
    const thread = `release-${this.#releases}`;
    for (const event of held) this.#enqueue({ ...event, thread });
    return held.length;
  }

  /** What no endpoint has taken yet, and why. */
  undelivered(): readonly (Undelivered & { readonly state: 'lost' | 'held' | 'underway' })[] {
    const held = new Set(this.#held?.map(keyOf));
    return [...this.#parts.shelf.range('undelivered')].map(([key, event]) => {
      const state = event.lost ? 'lost' : held.has(key) ? 'held' : 'underway';
      return { ...event, state };
    });
  }

  /** Loses an event on its way, if it is still held back. @returns whether it was. */
  lose(draft: Draft, id: string): boolean {
    const event = this.#held?.find((each) => each.id === id);
    if (event === undefined) return false;
    this.#held = this.#held?.filter((each) => each.id !== id) ?? null;
    draft.put('undelivered', keyOf(event), { ...event, lost: true });
    return true;
  }

  /** How many endpoints have not taken an event yet: 0 or 1. */
  pending(provider: ProviderName, id: string): number {
    return this.#parts.shelf.get('undelivered', `${provider}/${id}`) === undefined ? 0 : 1;
  }

  /** Delivers an event once more, whether or not it was taken before. */
  again(event: Omit<Undelivered, 'lost'>): void {
    if (this.#parts.urls[event.provider] !== undefined) this.#enqueue({ ...event, lost: false });
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#parts.courier.close();
  }

  #dispatch(event: Undelivered, fault: Fault | null): void {
    if (fault?.effect === 'webhook-late') {
      this.#later(fault.delayMs, () => this.#enqueue({ ...event, thread: event.id }));
      return;
    }
    if (fault?.effect === 'webhook-reordered') {
      this.#overtaken.set(event.thread, event);
      this.#later(fault.delayMs, () => this.#catchUp(event.thread, event));
      return;
    }
    this.#enqueue(event);
    if (fault?.effect === 'webhook-duplicate') this.#enqueue(event);
    const overtaken = this.#overtaken.get(event.thread);
    if (overtaken !== undefined) this.#catchUp(event.thread, overtaken);
  }

  #catchUp(thread: string, event: Undelivered): void {
    if (this.#overtaken.get(thread) !== event) return;
    this.#overtaken.delete(thread);
    this.#enqueue(event);
  }

  #enqueue(event: Undelivered): void {
    if (this.#held !== null) {
      this.#held.push(event);
      return;
    }
    const queue = this.#threads.get(event.thread);
    if (queue !== undefined) {
      queue.push(event);
      return;
    }
    this.#threads.set(event.thread, [event]);
    this.#waiting.push(event.thread);
    this.#startWaiting();
  }

  #startWaiting(): void {
    while (this.#active < THREADS_MAX && !this.#stopped) {
      const thread = this.#waiting.shift();
      if (thread === undefined) return;
      this.#active += 1;
      void this.#work(thread).finally(() => {
        this.#active -= 1;
        this.#startWaiting();
      });
    }
  }

  async #work(thread: string): Promise<void> {
    const queue = this.#threads.get(thread) ?? [];
    for (let event = queue[0]; event !== undefined && !this.#stopped; event = queue[0]) {
      await this.#deliver(event);
      queue.shift();
    }
    this.#threads.delete(thread);
  }

  async #deliver(event: Undelivered): Promise<void> {
    for (let attempt = 1; !this.#stopped; attempt += 1) {
      const problem = await this.#attempt(event);
      if (problem === null) {
        const draft = this.#parts.shelf.draft();
        draft.remove('undelivered', keyOf(event));
        await draft.commit();
        return;
      }
      const { provider, id, type } = event;
      if (attempt === ATTEMPTS_MAX) {
        this.#parts.logger.warn({ provider, id, type, problem }, 'gave up delivering an event');
        return;
      }
      this.#parts.logger.debug({ provider, id, type, problem, attempt }, 'an event was not taken');
      await new Promise<void>((resolve) => {
        this.#later(Math.min(RETRY_MS_MIN * 2 ** (attempt - 1), RETRY_MS_MAX), resolve);
      });
    }
  }

  /** @returns null when the endpoint took it, else why not. */
  async #attempt({ provider, id }: Undelivered): Promise<string | null> {
    const url = this.#parts.urls[provider];
    const sign = this.#signers[provider];
    if (url === undefined || sign === undefined) return 'no endpoint';
    try {
      const status = await this.#parts.courier.deliver(url, await sign(id));
      return status >= 200 && status < 300 ? null : `answered ${status}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  #later(ms: number, action: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      action();
    }, ms);
    this.#timers.add(timer);
  }
}

function keyOf({ provider, id }: Pick<Undelivered, 'provider' | 'id'>): string {
  return `${provider}/${id}`;
}
