import { JSONCodec, type NatsConnection, type StoredMsg } from 'nats';
import { messagingError } from './errors.js';
import { headersOf, keptSeal } from './sealed-messages.js';
import { deadSubject, STREAMS } from './subjects.js';

/** A message that was given up after several deliveries; kept until it is replayed or expires. */
export type DeadLetter = {
  /** Its number among the dead letters. */
  readonly sequence: number;
  /** Where it was sent to. */
  readonly subject: string;
  readonly reason: string;
  readonly deliveries: number;
  readonly diedAt: string;
  readonly body: unknown;
};

const ALL = deadSubject('>');
const MESSAGE_NOT_FOUND = '10037';
const codec = JSONCodec();

/** In the order they died. @throws MessagingUnavailable when the stream cannot be read. */
export async function* readDeadLetters(connection: NatsConnection): AsyncGenerator<DeadLetter> {
  for (let from = 1; ;) {
    const stored = await nextFrom(connection, from);
    if (!stored) return;
    yield deadLetterOf(stored);
    from = stored.seq + 1;
  }
}

/**
 * Sends a dead letter again to where it was meant for, then takes it off the dead letters.
 *
 * @throws RangeError when there is none with this number.
 */
export async function replayDeadLetter(
  connection: NatsConnection,
  sequence: number,
): Promise<DeadLetter> {
  const stored = await nextFrom(connection, sequence);
  if (stored?.seq !== sequence) throw new RangeError(`there is no dead letter ${sequence}`);
  const letter = deadLetterOf(stored);
  try {
    // Sent first: a crash in between sends it twice, which its handler bears; never not at all.
    const msgID = `replayed-${stored.timestamp}-${sequence}`;
    const headers = headersOf(keptSeal(stored.header));
    await connection.jetstream().publish(letter.subject, stored.data, { msgID, headers });
    const manager = await connection.jetstreamManager();
    await manager.streams.deleteMessage(STREAMS.dead.name, sequence);
  } catch (error) {
    throw messagingError(error, letter.subject);
  }
  return letter;
}

async function nextFrom(connection: NatsConnection, sequence: number): Promise<StoredMsg | null> {
  try {
    const manager = await connection.jetstreamManager();
    const query = { seq: sequence, next_by_subj: ALL };
    return await manager.streams.getMessage(STREAMS.dead.name, query);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw messagingError(error, `stream ${STREAMS.dead.name}`);
  }
}

function deadLetterOf({ seq, subject, header, timestamp, data }: StoredMsg): DeadLetter {
  return {
    sequence: seq,
    subject: subject.slice(deadSubject('').length),
    reason: header.get('Assay-Reason'),
    deliveries: Number(header.get('Assay-Deliveries')),
    diedAt: timestamp,
    body: bodyOf(data),
  };
}

/** What is not JSON died of it; it is shown as the text it is. */
function bodyOf(data: Uint8Array): unknown {
  try {
    return codec.decode(data);
  } catch {
    return Buffer.from(data).toString('utf8');
  }
}

function isNotFound(error: unknown): boolean {
  const { api_error: cause } = error as { api_error?: { err_code?: number } };
  return String(cause?.err_code) === MESSAGE_NOT_FOUND;
}
