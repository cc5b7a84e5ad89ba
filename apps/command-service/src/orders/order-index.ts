import { join } from 'node:path';
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DerivedDatabase } from '#derived-files';
import {
  comparePositions,
  formatPosition,
  type Mark,
  markOf,
  parsePosition,
  POSITION_START,
  type Position,
  type RecordedEvent,
} from '#event-store';
import { Logger } from '#platform';
import { Config } from '../config.js';
import { ORDER_CANCELLED, ORDER_STREAM_PREFIX, orderKeyOf } from './order-stream.js';

const POSITION = 'position';
const PAYMENT = 'payment:';
const CANCELLED = 'cancelled:';

/** As many as are kept in memory before they are written together. */
const UNWRITTEN_MAX = 20_000;

/** Entries that are handed to LMDB's own thread at once: about a millisecond. */
const SLICE_PUTS = 1_000;

/** Whether the payments of a cancelled order were all told. */
type Cancelled = 'open' | 'done';

type Waiter = { readonly position: Position; readonly resolve: () => void };

/**
 * Which payments an order has, and which orders are cancelled. Derived from the store by reading
 * along with it, and kept in a file of this process: losing the file costs a replay, nothing else.
 */
@Injectable()
export class OrderIndex implements OnApplicationBootstrap, OnApplicationShutdown {
  #database: DerivedDatabase | null = null;
  #seen: Mark | null = null;
  /** Not in the file yet; what is being written stays readable here. */
  #recent = new Map<string, string>();
  #writing: ReadonlyMap<string, string> = new Map();
  #saving: Promise<void> = Promise.resolve();
  readonly #open = new Set<string>();
  #anyCancelled = false;
  #waiters: Waiter[] = [];

  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /** Opens the file, or begins it again when it is damaged. */
  async onApplicationBootstrap(): Promise<void> {
    const folder = join(this.config.DATA_DIR, 'command-service', 'orders');
    this.#database = await DerivedDatabase.openChecked(folder, this.logger);
    this.#seen = markIn(this.#read(POSITION));
    for (const { key, value } of this.#range(CANCELLED)) {
      this.#anyCancelled = true;
      if (value === 'open') this.#open.add(key.slice(CANCELLED.length));
    }
  }

  /** The last event that it knows of; null: none. */
  get mark(): Mark | null {
    return this.#seen;
  }

  /** Up to where the store was looked at. */
  get position(): Position {
    return this.#seen?.position ?? POSITION_START;
  }

  /** Cancelled orders some of whose payments may not know it yet. */
  get open(): readonly string[] {
    return [...this.#open];
  }

  /** Asked for every payment that is begun, so it costs nothing while no order was cancelled. */
  isCancelled(client: string, orderId: string): boolean {
    return this.#anyCancelled && this.#isCancelled(orderKeyOf(client, orderId));
  }

  /** In the order of their ids. */
  paymentsOf(orderKey: string): string[] {
    const prefix = `${PAYMENT}${orderKey}:`;
    const unwritten = [...this.#writing.keys(), ...this.#recent.keys()];
    const keys = new Set(unwritten.filter((key) => key.startsWith(prefix)));
    for (const { key } of this.#range(prefix)) keys.add(key);
    return [...keys].map((key) => key.slice(prefix.length)).sort();
  }

  /** Events of payments and orders, in store order; waits while too much is not written yet. */
  observe(event: RecordedEvent): Promise<void> | void {
    const { stream, type, data, metadata, position } = event;
    if (comparePositions(position, this.position) <= 0) return;
    if (type === 'PaymentInitiated') this.#begin(data, metadata);
    if (type === ORDER_CANCELLED && stream.startsWith(ORDER_STREAM_PREFIX)) {
      this.#mark(stream.slice(ORDER_STREAM_PREFIX.length), 'open');
    }
    this.#seen = markOf(event);
    this.#wake();
    if (this.#recent.size >= UNWRITTEN_MAX) return this.save();
  }

  /** A payment that names no order or no client is of none, and keeps no other from being read. */
  #begin(data: unknown, { client }: RecordedEvent['metadata']): void {
    const { orderId, paymentId } = (data ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof client !== 'string' || typeof orderId !== 'string') return;
    if (typeof paymentId !== 'string') return;
    const orderKey = orderKeyOf(client, orderId);
    this.#recent.set(`${PAYMENT}${orderKey}:${paymentId}`, '');
    // It was begun without knowledge of the cancellation.
    if (this.#isCancelled(orderKey)) this.#mark(orderKey, 'open');
  }

  /** Every payment of the order that is known by now knows of the cancellation. */
  markDone(orderKey: string): void {
    this.#mark(orderKey, 'done');
  }

  /** @returns whether the index got there in time. */
  async untilSeen(position: Position, timeoutMs: number): Promise<boolean> {
    if (comparePositions(position, this.position) <= 0) return true;
    return new Promise((resolve) => {
      const waiter = { position, resolve: () => done(true) };
      const timer = setTimeout(() => done(false), timeoutMs);
      const done = (seen: boolean): void => {
        clearTimeout(timer);
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        resolve(seen);
      };
      this.#waiters.push(waiter);
    });
  }

  /**
   * Writes what is new, and the position it goes to last: a crash before that costs a replay.
   *
   * @throws Error when the file cannot be written; what is new is kept for the next time.
   */
  save(): Promise<void> {
    this.#saving = this.#saving.catch(() => undefined).then(() => this.#write());
    return this.#saving;
  }

  /** Forgets all of it, as the store it was read from is not there any more. */
  async forget(): Promise<void> {
    this.#saving = this.#saving
      .catch(() => undefined)
      .then(async () => {
        this.#recent = new Map();
        this.#open.clear();
        this.#anyCancelled = false;
        this.#seen = null;
        await this.#database?.clear();
      });
    await this.#saving;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.save();
    await this.#database?.close();
    this.#database = null;
  }

  async #write(): Promise<void> {
    const database = this.#database;
    if (!database) return;
    // Anew, to be the last one also when it stayed from a write that failed.
    this.#recent.delete(POSITION);
    const written = this.#recent.set(POSITION, textOf(this.#seen));
    this.#writing = written;
    this.#recent = new Map();
    try {
      // Not one transaction, since that would write on the thread that answers requests.
      const puts = [...written];
      for (let begin = 0; begin < puts.length; begin += SLICE_PUTS) {
        await database.batch(() => {
          for (const [key, value] of puts.slice(begin, begin + SLICE_PUTS)) {
            void database.put(key, value);
          }
        });
      }
    } catch (error) {
      this.#recent = new Map([...written, ...this.#recent]);
      throw error;
    } finally {
      this.#writing = new Map();
    }
  }

  #isCancelled(orderKey: string): boolean {
    return this.#anyCancelled && this.#read(CANCELLED + orderKey) !== undefined;
  }

  #mark(orderKey: string, state: Cancelled): void {
    this.#anyCancelled = true;
    this.#recent.set(CANCELLED + orderKey, state);
    if (state === 'open') this.#open.add(orderKey);
    else this.#open.delete(orderKey);
  }

  #read(key: string): string | undefined {
    return this.#recent.get(key) ?? this.#writing.get(key) ?? this.#database?.get(key);
  }

  #range(prefix: string): Iterable<{ key: string; value: string }> {
    return this.#database?.getRange({ start: prefix, end: `${prefix}\uffff` }) ?? [];
  }

  #wake(): void {
    for (const { position, resolve } of this.#waiters) {
      if (comparePositions(position, this.position) <= 0) resolve();
    }
  }
}

/** Position and id in one entry, so that a crash leaves both or neither. */
function textOf(mark: Mark | null): string {
  if (!mark) return formatPosition(POSITION_START);
  const { position, eventId } = mark;
  return eventId === null ? formatPosition(position) : `${formatPosition(position)} ${eventId}`;
}

/** Files of before hold the position only. */
function markIn(text: string | undefined): Mark | null {
  if (text === undefined) return null;
  const [at = '', eventId = null] = text.split(' ');
  const position = parsePosition(at);
  return comparePositions(position, POSITION_START) > 0 ? { position, eventId } : null;
}
