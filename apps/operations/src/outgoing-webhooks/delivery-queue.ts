import { open, type RootDatabase } from 'lmdb';
import {
  isIntact,
  sealed,
  upcastKnown,
  type Delivery,
  type DeliveryPlace,
  type KnownEndpoint,
  type Progress,
  type SetAside,
} from './delivery.js';
import { EndpointAsides } from './endpoint-asides.js';
import { FeedProgress } from './feed-progress.js';

type Lane = Pick<Delivery, 'endpointId' | 'paymentId'>;
type Key = (string | number)[];
type Kind = 'aside' | 'endpoint' | 'removed' | 'failing' | 'message' | 'lane' | 'due' | 'dead';

const LAST = '\uffff';

/**
 * What is still to be sent, on disk: memory holds only what is being sent. Messages of one payment
 * to one endpoint form a lane, of which only the first is ever due; hence they arrive in order, and
 * a lane that waits for its retry holds up no other.
 */
export class DeliveryQueue {
  /** How far the events were read that make messages. */
  readonly progress: FeedProgress;
  readonly endpointAsides: EndpointAsides;
  readonly #damaged = new Map<string, DeliveryPlace>();

  private constructor(private readonly database: RootDatabase<unknown, Key>) {
    this.progress = new FeedProgress(database);
    this.endpointAsides = new EndpointAsides(database);
  }

  static open(folder: string): DeliveryQueue {
    const queue = new DeliveryQueue(open<unknown, Key>({ path: folder, overlappingSync: false }));
    queue.#bringUpToDate();
    return queue;
  }

  /** All that are told, or may be again: removed ones cost nothing however many there were. */
  endpoints(): KnownEndpoint[] {
    return (this.#values('endpoint') as KnownEndpoint[]).map(upcastKnown);
  }

  endpoint(endpointId: string): KnownEndpoint | null {
    const known = this.#get('endpoint', endpointId) ?? this.#get('removed', endpointId);
    return known === undefined ? null : upcastKnown(known as KnownEndpoint);
  }

  /**
   * Puts what `update` makes of an endpoint, unless it makes null, with what follows from it: what
   * waits for a removed one is forgotten, for one that is enabled again or moved it is due at once.
   */
  async changeEndpoint(
    endpointId: string,
    nowMs: number,
    update: (known: KnownEndpoint | null) => KnownEndpoint | null,
  ): Promise<void> {
    await this.database.transaction(() => {
      const before = this.endpoint(endpointId);
      const changed = update(before);
      if (!changed) return;
      const { status } = changed.endpoint;
      if (status === 'removed') {
        this.#setAside(endpointId, changed);
        this.#clear(endpointId);
        return;
      }
      void this.database.put(['endpoint', endpointId], changed);
      const isElsewhere = before !== null && before.endpoint.url !== changed.endpoint.url;
      if (status === 'active' && (isElsewhere || before?.endpoint.status === 'disabled')) {
        this.#hasten(endpointId, nowMs);
      }
    });
  }

  /** First failure after the last success, in Unix milliseconds; null after a success. */
  failingSinceMs(endpointId: string): number | null {
    return (this.#get('failing', endpointId) ?? null) as number | null;
  }

  async failSince(endpointId: string, sinceMs: number | null): Promise<void> {
    if (this.failingSinceMs(endpointId) === sinceMs) return;
    if (sinceMs === null) await this.database.remove(['failing', endpointId]);
    else await this.database.put(['failing', endpointId], sinceMs);
  }

  /** Takes messages, how far the events were read and what was set aside, all or nothing. */
  async add(
    deliveries: readonly Delivery[],
    nowMs: number,
    { last, keep = false, change }: Progress = {},
  ): Promise<void> {
    await this.database.transaction(() => {
      for (const delivery of deliveries) this.#put(delivery, nowMs);
      if (last) this.progress.note(last, keep);
      if (!change) return;
      const key = ['aside', change.stream];
      if (change.aside) void this.database.put(key, change.aside);
      else void this.database.remove(key);
    });
  }

  /** Null when the messages of a payment are made as its events come. */
  aside(stream: string): SetAside | null {
    return (this.#get('aside', stream) ?? null) as SetAside | null;
  }

  /** Whether an event waits with its payment. */
  isAside({ stream, revision }: { readonly stream: string; readonly revision: bigint }): boolean {
    const aside = this.aside(stream);
    return aside !== null && revision >= BigInt(aside.revision);
  }

  /** Payments that are set aside. */
  asides(): string[] {
    const range = { start: ['aside'], end: ['aside', LAST] };
    return [...this.database.getKeys(range)].map(([, stream]) => String(stream));
  }

  /** The first messages of lanes that may be sent now, the longest waiting first. */
  due(endpointId: string, nowMs: number, countMax: number): Delivery[] {
    const start = ['due', endpointId];
    const end = ['due', endpointId, nowMs, LAST];
    const lanes = this.database.getKeys({ start, end, limit: countMax });
    return [...lanes].flatMap(([, , , paymentId]) => {
      const head = this.#head(endpointId, String(paymentId));
      return head ? [head] : [];
    });
  }

  /** Messages that were due and are not what was put there; each once. */
  takeDamaged(): DeliveryPlace[] {
    const damaged = [...this.#damaged.values()];
    this.#damaged.clear();
    return damaged;
  }

  /** Puts messages in the place of damaged ones. */
  async restore(deliveries: readonly Delivery[]): Promise<void> {
    await this.database.transaction(() => {
      for (const delivery of deliveries) {
        const { endpointId, paymentId, order } = delivery;
        if (this.#isRemoved(endpointId)) continue;
        void this.database.put(['message', endpointId, paymentId, order], sealed(delivery));
      }
    });
  }

  /** Forgets a message that arrived or was given up; the next of its lane is due at once. */
  async finish(delivery: Delivery, nowMs: number, outcome: 'arrived' | 'dead'): Promise<void> {
    const { endpointId, paymentId, order, messageId } = delivery;
    await this.database.transaction(() => {
      if (this.#isRemoved(endpointId)) return;
      void this.database.remove(['message', endpointId, paymentId, order]);
      if (outcome === 'dead') void this.database.put(['dead', endpointId, messageId], delivery);
      this.#schedule(delivery, this.#hasMessage(delivery) ? nowMs : null);
    });
  }

  async retryAt(delivery: Delivery, dueMs: number): Promise<void> {
    const { endpointId, paymentId, order } = delivery;
    await this.database.transaction(() => {
      if (this.#isRemoved(endpointId)) return;
      void this.database.put(['message', endpointId, paymentId, order], delivery);
      this.#schedule(delivery, dueMs);
    });
  }

  /** Messages that were given up. */
  dead(endpointId: string, countMax: number): Delivery[] {
    return this.#values('dead', endpointId, countMax) as Delivery[];
  }

  /** Sends a given-up message again, as if for the first time; false when there is none. */
  async revive(endpointId: string, messageId: string, nowMs: number): Promise<boolean> {
    return this.database.transaction(() => {
      const delivery = this.#get('dead', endpointId, messageId) as Delivery | undefined;
      if (!delivery) return false;
      this.#put({ ...delivery, attempts: 0, lastFailure: null }, nowMs);
      return true;
    });
  }

  /** How many messages wait, counted up to a bound. */
  waitingCount(endpointId: string, countMax: number): number {
    const range = { start: ['message', endpointId], end: ['message', endpointId, LAST] };
    return this.database.getKeysCount({ ...range, limit: countMax });
  }

  async close(): Promise<void> {
    await this.database.close();
  }

  /** Nothing is kept for it any more, nor of what was on its way when it was removed. */
  #isRemoved(endpointId: string): boolean {
    return this.endpoint(endpointId)?.endpoint.status === 'removed';
  }

  #put(delivery: Delivery, nowMs: number): void {
    const { endpointId, paymentId, order } = delivery;
    const key = ['message', endpointId, paymentId, order];
    if (this.#isRemoved(endpointId)) return;
    // Asked for again, it is no longer given up.
    void this.database.remove(['dead', endpointId, delivery.messageId]);
    if (this.database.doesExist(key)) return;
    const isFirst = this.#get('lane', endpointId, paymentId) === undefined;
    void this.database.put(key, sealed(delivery));
    if (isFirst) this.#schedule(delivery, nowMs);
  }

  /** Its id stays spent, and known as removed. */
  #setAside(endpointId: string, removed: KnownEndpoint): void {
    void this.database.put(['removed', endpointId], removed);
    void this.database.remove(['endpoint', endpointId]);
  }

  /** Queues of before kept removed endpoints among the others, and all with fewer fields. */
  #bringUpToDate(): void {
    this.database.transactionSync(() => {
      for (const known of this.endpoints()) {
        const { endpointId, status } = known.endpoint;
        if (status === 'removed') this.#setAside(endpointId, known);
        else void this.database.put(['endpoint', endpointId], known);
      }
    });
  }

  #clear(endpointId: string): void {
    for (const kind of ['message', 'lane', 'due', 'dead'] as const) {
      const range = { start: [kind, endpointId], end: [kind, endpointId, LAST] };
      for (const key of [...this.database.getKeys(range)]) void this.database.remove(key);
    }
    void this.database.remove(['failing', endpointId]);
  }

  #hasten(endpointId: string, nowMs: number): void {
    void this.database.remove(['failing', endpointId]);
    const range = { start: ['lane', endpointId], end: ['lane', endpointId, LAST] };
    for (const [, , paymentId] of [...this.database.getKeys(range)]) {
      this.#schedule({ endpointId, paymentId: String(paymentId) }, nowMs);
    }
  }

  #schedule({ endpointId, paymentId }: Lane, dueMs: number | null): void {
    const lane = ['lane', endpointId, paymentId];
    const before = this.#get('lane', endpointId, paymentId) as number | undefined;
    if (before !== undefined) void this.database.remove(['due', endpointId, before, paymentId]);
    if (dueMs === null) {
      void this.database.remove(lane);
      return;
    }
    void this.database.put(lane, dueMs);
    void this.database.put(['due', endpointId, dueMs, paymentId], true);
  }

  /** A damaged one is no message; it is noted as such, and its lane waits for its repair. */
  #head(endpointId: string, paymentId: string): Delivery | undefined {
    const start = ['message', endpointId, paymentId];
    const range = { start, end: [...start, LAST], limit: 1 };
    for (const key of this.database.getKeys(range)) {
      const order = String(key[3]);
      const place = { endpointId, paymentId, order };
      const kept = this.#read(key);
      if (isIntact(kept, place)) return kept;
      this.#damaged.set(key.join('/'), place);
    }
    return undefined;
  }

  /** Undefined for bytes that are no record any more. */
  #read(key: Key): unknown {
    try {
      return this.database.get(key);
    } catch {
      return undefined;
    }
  }

  #hasMessage({ endpointId, paymentId }: Lane): boolean {
    const start = ['message', endpointId, paymentId];
    return this.database.getKeysCount({ start, end: [...start, LAST], limit: 1 }) > 0;
  }

  #get(kind: Kind, ...rest: string[]): unknown {
    return this.database.get([kind, ...rest]);
  }

  #values(kind: Kind, first?: string, limit?: number): unknown[] {
    const start = first === undefined ? [kind] : [kind, first];
    const range = { start, end: [...start, LAST], ...(limit !== undefined && { limit }) };
    return [...this.database.getRange(range)].map(({ value }) => value);
  }
}
