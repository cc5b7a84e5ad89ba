import { AckPolicy, JSONCodec, type ConsumerMessages, type JsMsg, type NatsConnection } from 'nats';
import { messagingError } from './errors.js';
import type { MessagingLog } from './messaging-log.js';
import { headersOf, keptSeal, type SealedMessages } from './sealed-messages.js';
import { deadSubject } from './subjects.js';

export type ConsumerSpec = {
  readonly stream: string;
  readonly subject: string;
  /** Name of the durable consumer; processes with the same name share the messages. */
  readonly durable: string;
  /** Must bear repetition: a message comes again when its outcome is unknown. */
  readonly handle: (body: unknown) => Promise<void>;
  /** Deliveries before a message is moved to `dead.<subject>`; default 5. */
  readonly deliveriesMax?: number;
  /** How long the server waits for an outcome before delivering again; default 30 s. */
  readonly ackWaitMs?: number;
  /** Wait before the second delivery, doubled each time; default 500 ms. */
  readonly retryMs?: number;
};

export type RunningConsumer = { readonly close: () => Promise<void> };

/** What a consumer tells, and what it believes. */
type Trust = { readonly log: MessagingLog; readonly sealed: SealedMessages };

const codec = JSONCodec();

/**
 * Works a durable stream off, one message at a time, until closed. A message whose handler fails
 * comes again, later each time; then it goes to the dead letters, where it can be replayed from.
 * One without the seal of this system is passed over; it stays in the stream until it expires.
 *
 * @throws MessagingUnavailable when the stream does not exist or JetStream is off.
 */
export async function runConsumer(
  connection: NatsConnection,
  spec: ConsumerSpec,
  trust: Trust,
): Promise<RunningConsumer> {
  const { stream, subject, durable, ackWaitMs = 30_000 } = spec;
  const messages = await openMessages().catch((error: unknown) => {
    throw messagingError(error, subject);
  });
  const loop = (async () => {
    for await (const message of messages) await work(connection, spec, { message, ...trust });
  })();
  return {
    close: async () => {
      await messages.close();
      await loop;
    },
  };

  async function openMessages(): Promise<ConsumerMessages> {
    const manager = await connection.jetstreamManager();
    // Deliveries are counted by us: a worker that dies with the message must not lose it either.
    await manager.consumers.add(stream, {
      durable_name: durable,
      ack_policy: AckPolicy.Explicit,
      filter_subject: subject,
      ack_wait: ackWaitMs * 1e6,
      max_deliver: -1,
    });
    const consumer = await connection.jetstream().consumers.get(stream, durable);
    return consumer.consume({ max_messages: 32 });
  }
}

type Work = Trust & { readonly message: JsMsg };

async function work(
  connection: NatsConnection,
  spec: ConsumerSpec,
  { message, log, sealed }: Work,
): Promise<void> {
  const { deliveriesMax = 5, retryMs = 500 } = spec;
  const deliveries = message.info.deliveryCount;
  const facts = { subject: spec.subject, sequence: message.seq, deliveries };
  if (!sealed.opensStored(spec.subject, message.headers, message.data)) {
    message.term();
    return;
  }
  try {
    if (deliveries > deliveriesMax) {
      await bury('its worker died with it');
      return;
    }
    await spec.handle(codec.decode(message.data));
    message.ack();
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    log.warn({ ...facts, reason }, 'message failed');
    if (deliveries < deliveriesMax) message.nak(retryMs * 2 ** (deliveries - 1));
    else {
      await bury(reason).catch(() => {
        message.nak(retryMs);
      });
    }
  }

  async function bury(reason: string): Promise<void> {
    await connection.jetstream().publish(deadSubject(spec.subject), message.data, {
      headers: headersOf({
        ...keptSeal(message.headers),
        'Assay-Reason': reason.replaceAll(/[\r\n]+/g, ' ').slice(0, 500),
        'Assay-Deliveries': String(deliveries),
      }),
      msgID: `${spec.stream}-${message.seq}`,
    });
    message.term();
    log.warn({ ...facts, reason }, 'message moved to the dead letters');
  }
}
