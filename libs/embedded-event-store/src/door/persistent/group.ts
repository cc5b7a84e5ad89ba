import { EventDamaged } from '#event-store';
import type { Engine } from '../../engine/engine.js';
import type { GroupMetrics } from '../../engine/meters.js';
import type { LogEntry } from '../../engine/log-entry.js';
import type { NackAction } from '../protocol/persistent.js';
import type { Consumer } from './consumer.js';
import { consumerPicker, type PickConsumer } from './consumer-strategy.js';
import { GroupCheckpoint } from './group-checkpoint.js';
import type { GroupConfig } from './group-config.js';
import { type GroupSource, sourceOf } from './group-source.js';
import { InFlight } from './in-flight.js';
import { type Message, Messages } from './messages.js';
import { ParkedMessages } from './parked-messages.js';

const READ_MAX = 64;
/** Messages looked through for one that a consumer with room may have. */
const WAITING_MAX = 512;

/**
 * A persistent subscription: its consumers share the events of one source. Each event is sent at
 * least once; the order is not promised.
 */
export class PersistentGroup {
  readonly consumers: Consumer[] = [];
  readonly checkpoint: GroupCheckpoint;
  readonly parked: ParkedMessages;
  readonly source: GroupSource;
  readonly #pick: PickConsumer;
  readonly #messages: Messages;
  #next: number;
  /** Read and not done, in source order: the first one bounds the checkpoint. */
  readonly #unfinished = new Map<number, Message>();
  readonly #inFlight = new InFlight<Message>();
  readonly #waiting: Message[] = [];
  readonly #retries: Message[] = [];
  readonly #stopListening: () => void;
  #lookingOn: NodeJS.Immediate | undefined;
  #stopped = false;

  constructor(
    engine: Engine,
    readonly config: GroupConfig,
  ) {
    this.checkpoint = new GroupCheckpoint(engine, config);
    this.parked = new ParkedMessages(engine, config);
    this.source = sourceOf(engine, config);
    this.#pick = consumerPicker(config.settings.strategy);
    this.#messages = new Messages(engine, config.settings.resolveLinkTos);
    const { stored } = this.checkpoint;
    this.#next = stored === undefined ? config.startAt : stored + 1;
    this.#stopListening = engine.commits.onCommit(() => this.#goOn());
  }

  get counts() {
    return {
      inFlight: this.#inFlight.size,
      outstanding: this.#unfinished.size,
      retries: this.#retries.length,
      read: this.#waiting.length,
    };
  }

  get metrics(): GroupMetrics {
    const { stream, group } = this.config;
    const { inFlight } = this.counts;
    const [oldest] = this.#unfinished.keys();
    const lag = Math.max(0, this.source.last() - (oldest ?? this.#next) + 1);
    const { length } = this.consumers;
    return { stream, group, lag, inFlight, parked: this.parked.count, consumers: length };
  }

  /**
   * A group that was stopped meanwhile drops the consumer at once, so that it asks again.
   *
   * @throws EventDamaged when the next event cannot be read; the consumer is not connected then.
   */
  connect(consumer: Consumer): void {
    if (this.#stopped) {
      consumer.options.drop();
      return;
    }
    this.consumers.push(consumer);
    try {
      this.#pump();
    } catch (error) {
      this.#disconnected(consumer);
      throw error;
    }
  }

  /** A consumer takes events again. */
  resume(): void {
    this.#goOn();
  }

  /** What the consumer had not answered goes to the others. */
  disconnect(consumer: Consumer): void {
    if (this.#disconnected(consumer)) this.#goOn();
  }

  #disconnected(consumer: Consumer): boolean {
    const index = this.consumers.indexOf(consumer);
    if (index < 0) return false;
    this.consumers.splice(index, 1);
    for (const { message, consumer: owner } of this.#inFlight.all()) {
      // Leaving is no verdict on the event, so it never parks one.
      if (owner === consumer) this.#sendAgain(message);
    }
    return true;
  }

  ack(consumer: Consumer, ids: readonly string[]): void {
    for (const id of ids) {
      const message = this.#inFlight.find(id, consumer);
      if (message) this.#finish(message);
    }
    this.#goOn();
  }

  nack(consumer: Consumer, ids: readonly string[], action: NackAction, reason: string): void {
    for (const id of ids) {
      const message = this.#inFlight.find(id, consumer);
      if (!message) continue;
      if (action === 'park') this.#park(message, reason);
      else if (action === 'skip') this.#finish(message);
      else this.#retry(message, reason);
    }
    if (action === 'stop') {
      this.disconnect(consumer);
      consumer.options.drop();
    }
    this.#goOn();
  }

  /** Sends the oldest parked events again, `limit` at most; each stays parked until answered. */
  replayParked(limit: number): void {
    for (const link of this.parked.replay(limit)) this.#retries.push(this.#messages.replayed(link));
    this.#goOn();
  }

  /** Looks for answers that are overdue, and whether a checkpoint is. */
  tick(): void {
    const { messageTimeoutMs } = this.config.settings;
    const now = Date.now();
    for (const { message, sentAtMs } of this.#inFlight.all()) {
      if (messageTimeoutMs > 0 && now - sentAtMs >= messageTimeoutMs) {
        this.#retry(message, 'the consumer did not answer in time');
      }
    }
    this.#saveCheckpoint();
    this.#goOn();
  }

  /** Drops the consumers and keeps how far they got. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopListening();
    clearImmediate(this.#lookingOn);
    for (const consumer of this.consumers.splice(0)) consumer.options.drop();
    await this.checkpoint.settled();
    this.#saveCheckpoint(true);
    await this.checkpoint.settled();
  }

  /**
   * As `pump`, where there is no call to tell of an event that cannot be read: its consumers are
   * dropped, and are noticed when they come back.
   */
  #goOn(): void {
    try {
      this.#pump();
    } catch (error) {
      if (!(error instanceof EventDamaged)) throw error;
      for (const consumer of [...this.consumers]) {
        this.#disconnected(consumer);
        consumer.options.drop();
      }
    }
  }

  /** Sends as much as the consumers take: retries first, then what comes next in the source. */
  #pump(): void {
    if (this.#stopped) return;
    this.#sendFrom(this.#retries);
    this.#sendFrom(this.#waiting);
    while (this.#hasRoom() && this.#waiting.length < WAITING_MAX && !this.#lookingOn) {
      if (!this.#look()) return;
      this.#sendFrom(this.#waiting);
    }
  }

  /** A message whose own consumer has no room stays; those behind it go to others. */
  #sendFrom(messages: Message[]): void {
    for (let index = 0; index < messages.length && this.#hasRoom();) {
      const message = messages[index];
      const consumer = message && this.#pick(message.resolved, this.consumers);
      if (!consumer) {
        index += 1;
        continue;
      }
      messages.splice(index, 1);
      this.#inFlight.add({ message, consumer, sentAtMs: Date.now() });
      consumer.send(message.resolved, message.retryCount);
    }
  }

  #hasRoom(): boolean {
    return this.consumers.some(({ free }) => free > 0);
  }

  /**
   * Reads on in the source, and says whether there was something. After a stretch with nothing for
   * the group, the next one is looked at in a turn of its own.
   */
  #look(): boolean {
    const { events, next, passed } = this.source.read(this.#next, READ_MAX);
    const advanced = next > this.#next;
    this.#next = next;
    this.#waiting.push(...events.map(({ number, entry }) => this.#read(number, entry)));
    this.checkpoint.passed(passed);
    if (events.length > 0) return true;
    if (!advanced) return false;
    this.#saveCheckpoint();
    this.#lookingOn = setImmediate(() => {
      this.#lookingOn = undefined;
      this.#goOn();
    });
    return false;
  }

  #read(number: number, entry: LogEntry): Message {
    const message = this.#messages.of(number, entry);
    this.#unfinished.set(number, message);
    return message;
  }

  #retry(message: Message, reason: string): void {
    if (message.retryCount >= this.config.settings.maxRetryCount) {
      this.#park(message, `Max retry count reached: ${reason}`);
      return;
    }
    this.#sendAgain(message);
  }

  #sendAgain(message: Message): void {
    this.#inFlight.land(message);
    message.retryCount += 1;
    this.#retries.push(message);
  }

  #park(message: Message, reason: string): void {
    this.#inFlight.land(message);
    this.parked.park(message.resolved, reason).then(
      () => this.#finish(message),
      () => this.#retries.push(message), // Not on disk: it must not be lost, so it is sent again.
    );
  }

  #finish(message: Message): void {
    const { number, parkedAt } = message;
    this.#inFlight.land(message);
    if (number !== undefined) this.#unfinished.delete(number);
    if (parkedAt !== undefined) this.parked.answered(parkedAt);
    this.checkpoint.done();
    this.#saveCheckpoint();
  }

  /** Never at or above the oldest event that is not done. */
  #saveCheckpoint(now = false): void {
    const [oldest] = this.#unfinished.keys();
    this.checkpoint.save((oldest ?? this.#next) - 1, now);
  }
}
