import { connect, Events, headers, JSONCodec, type NatsConnection, type Subscription } from 'nats';
import { runConsumer, type ConsumerSpec, type RunningConsumer } from './consumer.js';
import { readDeadLetters, replayDeadLetter, type DeadLetter } from './dead-letters.js';
import { messagingError, MessagingUnavailable, RequestFailed } from './errors.js';
import type { MessagingLog } from './messaging-log.js';
import type { StreamSpec } from './subjects.js';

export type MessagingOptions = {
  /** `nats://host:port`, several separated by commas. */
  readonly url: string;
  /** Of this process, as the server lists it. */
  readonly name: string;
  readonly log?: MessagingLog;
};

/** Answers one request; what it throws becomes RequestFailed at the asker's. */
export type Answerer = (body: unknown) => unknown;

/** Messages as JSON over NATS. What has `toJSON`, as Money does, travels as that. */
export class Messaging {
  readonly #codec = JSONCodec();
  #away = false;

  private constructor(
    private readonly connection: NatsConnection,
    private readonly log: MessagingLog,
  ) {
    void this.#watch();
  }

  /**
   * Connects once, and from then on reconnects for as long as it takes.
   *
   * @throws MessagingUnavailable when the server cannot be reached now.
   */
  static async connect({ url, name, log = SILENT }: MessagingOptions): Promise<Messaging> {
    try {
      const connection = await connect({
        servers: url.split(','),
        name,
        maxReconnectAttempts: -1,
        reconnectTimeWait: 250,
        pingInterval: 10_000,
      });
      return new Messaging(connection, log);
    } catch (error) {
      throw new MessagingUnavailable(`cannot reach NATS at ${url}`, { cause: error });
    }
  }

  get isConnected(): boolean {
    return !this.connection.isClosed() && !this.#away;
  }

  /**
   * Asks and waits for one answer, at most `budgetMs`.
   *
   * @throws NoResponder, RequestTimedOut, MessagingUnavailable; RequestFailed when the answer is
   * an error.
   */
  async request(subject: string, body: unknown, budgetMs: number): Promise<unknown> {
    // Requests during an outage would be buffered and answered long after anybody waits.
    if (this.#away) throw new MessagingUnavailable(`${subject}: the connection to NATS is lost`);
    const message = await this.connection
      .request(subject, this.#codec.encode(body), { timeout: budgetMs })
      .catch((error: unknown) => {
        throw messagingError(error, subject);
      });
    const answer = this.#codec.decode(message.data);
    if (message.headers?.has(ERROR_HEADER)) throw new RequestFailed(String(answer));
    return answer;
  }

  /** Answers requests, sharing them with everyone else of the queue group. */
  answer(subject: string, queueGroup: string, answerer: Answerer): Answering {
    const subscription = this.connection.subscribe(subject, { queue: queueGroup });
    const loop = this.#answerAll(subscription, answerer);
    return {
      close: async () => {
        await subscription.drain();
        await loop;
      },
    };
  }

  /** Makes sure that a durable stream exists with these subjects. */
  async ensureStream({ name, subjects }: StreamSpec): Promise<void> {
    try {
      const manager = await this.connection.jetstreamManager();
      const config = { name, subjects: [...subjects] };
      const known = await manager.streams.info(name).catch(() => null);
      if (known) await manager.streams.update(name, config);
      else await manager.streams.add({ ...config, max_age: RETENTION_NS });
    } catch (error) {
      throw messagingError(error, `stream ${name}`);
    }
  }

  /** Publishes onto a durable stream; the same `id` within two minutes is stored once. */
  async publish(subject: string, body: unknown, id: string): Promise<void> {
    try {
      await this.connection.jetstream().publish(subject, this.#codec.encode(body), { msgID: id });
    } catch (error) {
      throw messagingError(error, subject);
    }
  }

  /** Works a durable stream off, see ConsumerSpec. */
  async consume(spec: ConsumerSpec): Promise<RunningConsumer> {
    return runConsumer(this.connection, spec, this.log);
  }

  /** What was given up, in the order it died. @throws MessagingUnavailable when away. */
  deadLetters(): AsyncIterable<DeadLetter> {
    return readDeadLetters(this.connection);
  }

  /**
   * Sends a dead letter again to where it was meant for; it is no dead letter then.
   *
   * @throws RangeError when there is none with this number.
   */
  replay(sequence: number): Promise<DeadLetter> {
    return replayDeadLetter(this.connection, sequence);
  }

  /** Lets work in progress end, then disconnects. */
  async close(): Promise<void> {
    if (this.connection.isClosed()) return;
    if (this.#away) await this.connection.close();
    else await this.connection.drain();
  }

  async #watch(): Promise<void> {
    for await (const { type } of this.connection.status()) {
      if (type === Events.Disconnect) {
        this.#away = true;
        this.log.warn({}, 'connection to NATS lost, reconnecting');
      } else if (type === Events.Reconnect) {
        this.#away = false;
        this.log.info({}, 'connection to NATS is back');
      }
    }
  }

  async #answerAll(subscription: Subscription, answerer: Answerer): Promise<void> {
    for await (const message of subscription) {
      void (async () => {
        try {
          message.respond(this.#codec.encode(await answerer(this.#codec.decode(message.data))));
        } catch (error) {
          const trouble = headers();
          trouble.set(ERROR_HEADER, '1');
          message.respond(this.#codec.encode(reasonOf(error)), { headers: trouble });
          this.log.warn({ subject: message.subject, reason: reasonOf(error) }, 'request failed');
        }
      })();
    }
  }
}

export type Answering = {
  /** Stops taking requests and answers those already taken. */
  readonly close: () => Promise<void>;
};

const SILENT: MessagingLog = { warn: () => undefined, info: () => undefined };
const ERROR_HEADER = 'Assay-Error';
/** Thirty days: an asynchronous request older than that has been settled otherwise. */
const RETENTION_NS = 30 * 86_400 * 1e9;

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
