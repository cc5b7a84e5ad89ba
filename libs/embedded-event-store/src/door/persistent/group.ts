import { EventDamaged } from '#event-store';
import type { Engine } from '../../engine/engine.js';
import type { GroupMetrics } from '../../engine/meters.js';
import type { LogEntry } from '../../engine/log-entry.js';
import type { NackAction } from '../protocol/persistent.js';
import type { Resolved } from '../streams/read-response.js';
import { resolveLink } from '../streams/resolve-link.js';
import type { Consumer } from './consumer.js';
import { consumerPicker, type PickConsumer } from './consumer-strategy.js';
import { GroupCheckpoint } from './group-checkpoint.js';
import type { GroupConfig } from './group-config.js';
import { type GroupSource, sourceOf } from './group-source.js';
import { ParkedMessages } from './parked-messages.js';

/** An event on its way through a group. */
type Message = {
  /** What clients answer by: the link's id if there is one. */
  readonly id: string;
  readonly resolved: Resolved;
  /** Its number in the source; undefined for a parked event that is replayed. */
  readonly number: number | undefined;
  /** What parking it links to. */
  readonly original: LogEntry;
  retryCount: number;
};

type InFlight = {
  readonly message: Message;
  readonly consumer: Consumer;
  readonly sentAtMs: number;
};

const READ_MAX = 64;

/**
 * A persistent subscription: its consumers share the events of one source. Each event is sent at
 * least once; the order is not promised.
 */
export class PersistentGroup {
  readonly consumers: Consumer[] = [];
  readonly checkpoint: GroupCheckpoint;
  readonly parked: ParkedMessages;
  readonly source: GroupSource;
  private readonly pick: PickConsumer;
  private next: number;
  /** Read and not done, in source order: the first one bounds the checkpoint. */
  private readonly unfinished = new Map<number, Message>();
  private readonly inFlight = new Map<string, InFlight>();
  private waiting: Message[] = [];
  private readonly retries: Message[] = [];
  private readonly stopListening: () => void;
  private lookingOn: NodeJS.Immediate | undefined;

  constructor(
    private readonly engine: Engine,
    readonly config: GroupConfig,
  ) {
    this.checkpoint = new GroupCheckpoint(engine, config);
    this.parked = new ParkedMessages(engine, config);
    this.source = sourceOf(engine, config);
    this.pick = consumerPicker(config.settings.strategy);
    const { stored } = this.checkpoint;
    this.next = stored === undefined ? config.startAt : stored + 1;
    this.stopListening = engine.commits.onCommit(() => this.goOn());
  }

  get counts() {
    return {
      inFlight: this.inFlight.size,
      outstanding: this.unfinished.size,
      retries: this.retries.length,
      read: this.waiting.length,
    };
  }

  get metrics(): GroupMetrics {
    const { stream, group } = this.config;
    const { inFlight } = this.counts;
    const [oldest] = this.unfinished.keys();
    const lag = Math.max(0, this.source.last() - (oldest ?? this.next) + 1);
    const { length } = this.consumers;
    return { stream, group, lag, inFlight, parked: this.parked.count, consumers: length };
  }

  /** @throws EventDamaged when the next event cannot be read; the consumer is not connected then. */
  connect(consumer: Consumer): void {
    this.consumers.push(consumer);
    try {
      this.pump();
    } catch (error) {
      this.disconnected(consumer);
      throw error;
    }
  }

  /** A consumer takes events again. */
  resume(): void {
    this.goOn();
  }

  /** What the consumer had not answered goes to the others. */
  disconnect(consumer: Consumer): void {
    if (this.disconnected(consumer)) this.goOn();
  }

  private disconnected(consumer: Consumer): boolean {
    const index = this.consumers.indexOf(consumer);
    if (index < 0) return false;
    this.consumers.splice(index, 1);
    for (const { message, consumer: owner } of [...this.inFlight.values()]) {
      // Leaving is no verdict on the event, so it never parks one.
      if (owner === consumer) this.sendAgain(message);
    }
    return true;
  }

  ack(ids: readonly string[]): void {
    for (const id of ids) {
      const message = this.land(id);
      if (message) this.finish(message);
    }
    this.goOn();
  }

  nack(consumer: Consumer, ids: readonly string[], action: NackAction, reason: string): void {
    for (const id of ids) {
      const message = this.inFlight.get(id)?.message;
      if (!message) continue;
      if (action === 'park') this.park(message, reason);
      else if (action === 'skip') this.ack([id]);
      else this.retry(message, reason);
    }
    if (action === 'stop') {
      this.disconnect(consumer);
      consumer.options.drop();
    }
    this.goOn();
  }

  /** Sends the oldest parked events again, `limit` at most. */
  async replayParked(limit: number): Promise<void> {
    const links = this.parked.oldest(limit);
    const last = links.at(-1);
    if (!last) return;
    for (const link of links) this.retries.push(this.replayed(link));
    await this.parked.truncate(last.fields.revision);
    this.goOn();
  }

  /** Looks for answers that are overdue, and whether a checkpoint is. */
  tick(): void {
    const { messageTimeoutMs } = this.config.settings;
    const now = Date.now();
    for (const { message, sentAtMs } of [...this.inFlight.values()]) {
      if (messageTimeoutMs > 0 && now - sentAtMs >= messageTimeoutMs) {
        this.retry(message, 'the consumer did not answer in time');
      }
    }
    this.saveCheckpoint();
    this.goOn();
  }

  /** Drops the consumers and keeps how far they got. */
  async stop(): Promise<void> {
    this.stopListening();
    clearImmediate(this.lookingOn);
    for (const consumer of this.consumers.splice(0)) consumer.options.drop();
    await this.checkpoint.settled();
    this.saveCheckpoint(true);
    await this.checkpoint.settled();
  }

  /**
   * As `pump`, where there is no call to tell of an event that cannot be read: its consumers are
   * dropped, and are told when they come back.
   */
  private goOn(): void {
    try {
      this.pump();
    } catch (error) {
      if (!(error instanceof EventDamaged)) throw error;
      for (const consumer of [...this.consumers]) {
        this.disconnected(consumer);
        consumer.options.drop();
      }
    }
  }

  /** Sends as much as the consumers take: retries first, then what comes next in the source. */
  private pump(): void {
    while (this.consumers.length > 0) {
      const message = this.retries[0] ?? this.upcoming();
      if (!message) return;
      const consumer = this.pick(message.resolved, this.consumers);
      if (!consumer) return;
      (this.retries[0] === message ? this.retries : this.waiting).shift();
      this.inFlight.set(message.id, { message, consumer, sentAtMs: Date.now() });
      consumer.send(message.resolved, message.retryCount);
    }
  }

  private upcoming(): Message | undefined {
    if (this.waiting.length === 0 && !this.lookingOn) this.look();
    return this.waiting[0];
  }

  /** After a stretch with nothing for the group, the next one is looked at in a turn of its own. */
  private look(): void {
    const { events, next, passed } = this.source.read(this.next, READ_MAX);
    const advanced = next > this.next;
    this.next = next;
    this.waiting = events.map(({ number, entry }) => this.read(number, entry));
    this.checkpoint.passed(passed);
    if (!advanced || this.waiting.length > 0) return;
    this.saveCheckpoint();
    this.lookingOn = setImmediate(() => {
      this.lookingOn = undefined;
      this.goOn();
    });
  }

  private read(number: number, entry: LogEntry): Message {
    const resolved = this.resolve(entry);
    const message = { id: entry.fields.id, resolved, number, original: entry, retryCount: 0 };
    this.unfinished.set(number, message);
    return message;
  }

  private replayed(link: LogEntry): Message {
    const { event } = resolveLink(this.engine, link, anything);
    // A link that was parked itself is followed once more.
    const target = event && this.resolve(event);
    const resolved = { event: target?.event, link };
    const original = event ?? link;
    return { id: link.fields.id, resolved, number: undefined, original, retryCount: 0 };
  }

  private resolve(entry: LogEntry): Resolved {
    if (!this.config.settings.resolveLinkTos) return { event: entry, link: undefined };
    return resolveLink(this.engine, entry, anything);
  }

  private retry(message: Message, reason: string): void {
    if (message.retryCount >= this.config.settings.maxRetryCount) {
      this.park(message, `Max retry count reached: ${reason}`);
      return;
    }
    this.sendAgain(message);
  }

  private sendAgain(message: Message): void {
    this.land(message.id);
    message.retryCount += 1;
    this.retries.push(message);
  }

  private park(message: Message, reason: string): void {
    this.land(message.id);
    this.parked.park(message.original, reason).then(
      () => this.finish(message),
      () => this.retries.push(message), // Not on disk: it must not be lost, so it is sent again.
    );
  }

  private land(id: string): Message | undefined {
    const flight = this.inFlight.get(id);
    if (!flight) return undefined;
    this.inFlight.delete(id);
    flight.consumer.answered(Date.now() - flight.sentAtMs);
    return flight.message;
  }

  private finish({ number }: Message): void {
    if (number !== undefined) this.unfinished.delete(number);
    this.checkpoint.done();
    this.saveCheckpoint();
  }

  /** Never at or above the oldest event that is not done. */
  private saveCheckpoint(now = false): void {
    const [oldest] = this.unfinished.keys();
    this.checkpoint.save((oldest ?? this.next) - 1, now);
  }
}

/** What a consumer may not read is left out when it is sent to it. */
function anything(): boolean {
  return true;
}
