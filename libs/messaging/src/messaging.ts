import { setTimeout as sleep } from 'node:timers/promises';
import { Events, JSONCodec, RequestStrategy, type Msg, type NatsConnection } from 'nats';
import { connectTo } from './connection.js';
import { runConsumer, type ConsumerSpec, type RunningConsumer } from './consumer.js';
import { readDeadLetters, replayDeadLetter, type DeadLetter } from './dead-letters.js';
import { messagingError, MessagingUnavailable, RequestFailed, RequestTimedOut } from './errors.js';
import type { MessagingLog } from './messaging-log.js';
import { SealedMessages } from './sealed-messages.js';
import { ensureStream } from './streams.js';
import type { StreamSpec } from './subjects.js';

export type MessagingOptions = {
  /** `nats://login:password@host:port`, several separated by commas. */
  readonly url: string;
  /** Of this process, as the server lists it. */
  readonly name: string;
  /** The secret that all processes of this system share; their messages are sealed with it. */
  readonly key: string;
  readonly log?: MessagingLog;
};

/** Answers one request; what it throws becomes RequestFailed at the asker's. */
export type Answerer = (body: unknown) => unknown;

export type Answering = {
  /** Stops taking requests and answers those already taken. */
  readonly close: () => Promise<void>;
};

/** Sealed messages as JSON over NATS. What has `toJSON`, as Money does, travels as that. */
export class Messaging {
  readonly #codec = JSONCodec();
  readonly #sealed: SealedMessages;
  readonly #log: MessagingLog;
  readonly #closing = new AbortController();
  #connection: NatsConnection | null = null;
  #away = false;
  #connecting: Promise<void> = Promise.resolve();

  private constructor(private readonly options: MessagingOptions) {
    this.#log = options.log ?? SILENT;
    this.#sealed = new SealedMessages(options.key, this.#log);
  }

  /**
   * Connects once, and from then on reconnects for as long as it takes.
   *
   * @throws MessagingUnavailable when the server cannot be reached now.
   */
  static async connect(options: MessagingOptions): Promise<Messaging> {
    const messaging = new Messaging(options);
    messaging.#take(await connectTo(options.url, options.name));
    return messaging;
  }

  /** Connects in the background, for as long as it takes; until then all is unavailable. */
  static open(options: MessagingOptions): Messaging {
    const messaging = new Messaging(options);
    messaging.#connecting = messaging.#connectAtLast();
    return messaging;
  }

  get isConnected(): boolean {
    return this.#connection !== null && !this.#connection.isClosed() && !this.#away;
  }

  /** How many messages came without the seal of this system. */
  get refused(): number {
    return this.#sealed.refused;
  }

  /**
   * Asks and waits for one answer, at most `budgetMs`. An answer that is not sealed for this very
   * question is refused, and the next one waited for.
   *
   * @throws NoResponder, RequestTimedOut, MessagingUnavailable; RequestFailed when the answer is
   * an error.
   */
  async request(subject: string, body: unknown, budgetMs: number): Promise<unknown> {
    const data = this.#codec.encode(body);
    const { headers, seal } = this.#sealed.request(subject, data);
    const options = { strategy: RequestStrategy.Timer, maxWait: budgetMs, headers };
    try {
      for await (const message of await this.#now(subject).requestMany(subject, data, options)) {
        const opened = this.#sealed.openAnswer({ subject, seal }, message.headers, message.data);
        if (!opened) continue;
        const answer = this.#codec.decode(message.data);
        if (opened.isError) throw new RequestFailed(String(answer));
        return answer;
      }
    } catch (error) {
      throw messagingError(error, subject);
    }
    throw new RequestTimedOut(`no answer on ${subject} in time`);
  }

  /**
   * Answers requests of this system, sharing them with everyone else of the queue group. Resolves
   * once the server knows of it.
   */
  async answer(subject: string, queueGroup: string, answerer: Answerer): Promise<Answering> {
    const connection = this.#now(subject);
    const subscription = connection.subscribe(subject, { queue: queueGroup });
    const loop = (async () => {
      for await (const message of subscription) void this.#answerOne(message, answerer);
    })();
    await connection.flush();
    return {
      close: async () => {
        await subscription.drain();
        await loop;
      },
    };
  }

  /** Makes sure that a durable stream exists, with these subjects and limits. */
  async ensureStream(spec: StreamSpec): Promise<void> {
    await ensureStream(this.#now(`stream ${spec.name}`), spec);
  }

  /** Publishes onto a durable stream; the same `id` within two minutes is stored once. */
  async publish(subject: string, body: unknown, id: string): Promise<void> {
    const data = this.#codec.encode(body);
    const options = { msgID: id, headers: this.#sealed.stored(subject, data) };
    try {
      await this.#now(subject).jetstream().publish(subject, data, options);
    } catch (error) {
      throw messagingError(error, subject);
    }
  }

  /** Works a durable stream off, see ConsumerSpec. */
  async consume(spec: ConsumerSpec): Promise<RunningConsumer> {
    return runConsumer(this.#now(spec.subject), spec, { log: this.#log, sealed: this.#sealed });
  }

  /** What was given up, in the order it died. @throws MessagingUnavailable when away. */
  deadLetters(): AsyncIterable<DeadLetter> {
    return readDeadLetters(this.#now('dead letters'));
  }

  /**
   * Sends a dead letter again to where it was meant for; it is no dead letter then.
   *
   * @throws RangeError when there is none with this number.
   */
  replay(sequence: number): Promise<DeadLetter> {
    return replayDeadLetter(this.#now('dead letters'), sequence);
  }

  /** Lets work in progress end, then disconnects. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#connecting;
    const connection = this.#connection;
    if (!connection || connection.isClosed()) return;
    if (this.#away) await connection.close();
    else await connection.drain();
  }

  /** @throws MessagingUnavailable: what waited for a connection would be answered to no one. */
  #now(subject: string): NatsConnection {
    if (this.#connection && !this.#away) return this.#connection;
    throw new MessagingUnavailable(`${subject}: there is no connection to NATS`);
  }

  async #connectAtLast(): Promise<void> {
    const { signal } = this.#closing;
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        this.#take(await connectTo(this.options.url, this.options.name));
        if (failures > 0) this.#log.info({ failures }, 'connection to NATS is there');
        return;
      } catch (error) {
        if (failures === 0) {
          this.#log.warn({ reason: (error as Error).message }, 'NATS is away, trying again');
        }
        const pauseMs = Math.min(CONNECT_AGAIN_MS * 2 ** failures, CONNECT_AGAIN_MS_MAX);
        await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  #take(connection: NatsConnection): void {
    this.#connection = connection;
    void this.#watch(connection);
  }

  async #watch(connection: NatsConnection): Promise<void> {
    for await (const { type, data } of connection.status()) {
      if (type === Events.Disconnect) {
        this.#away = true;
        this.#log.warn({}, 'connection to NATS lost, reconnecting');
      } else if (type === Events.Reconnect) {
        this.#away = false;
        this.#log.info({}, 'connection to NATS is back');
      } else if (type === Events.Error) {
        this.#log.warn({ refused: data }, 'NATS refuses what this process may not do');
      }
    }
  }

  async #answerOne(message: Msg, answerer: Answerer): Promise<void> {
    const { subject } = message;
    const seal = this.#sealed.openRequest(subject, message.headers, message.data);
    if (seal === null) return;
    const respond = (answer: unknown, isError: boolean): void => {
      const data = this.#codec.encode(answer);
      message.respond(data, { headers: this.#sealed.answer(seal, data, { isError }) });
    };
    try {
      respond(await answerer(this.#codec.decode(message.data)), false);
    } catch (error) {
      respond(reasonOf(error), true);
      this.#log.warn({ subject, reason: reasonOf(error) }, 'request failed');
    }
  }
}

const SILENT: MessagingLog = { warn: () => undefined, info: () => undefined };
const CONNECT_AGAIN_MS = 250;
const CONNECT_AGAIN_MS_MAX = 5_000;

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
