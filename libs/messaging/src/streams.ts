import type { NatsConnection, StreamConfig } from 'nats';
import { messagingError } from './errors.js';
import type { StreamSpec } from './subjects.js';

const DAY_NS = 86_400 * 1e9;

/**
 * Makes a durable stream, or gives one that is there these subjects and limits. What is older or
 * more than they allow is forgotten, the oldest first.
 *
 * @throws MessagingUnavailable when JetStream is away or off.
 */
export async function ensureStream(
  connection: NatsConnection,
  { name, subjects, daysMax, bytesMax }: StreamSpec,
): Promise<void> {
  const config: Partial<StreamConfig> & { name: string } = {
    name,
    subjects: [...subjects],
    max_age: daysMax * DAY_NS,
    max_bytes: bytesMax,
  };
  try {
    const manager = await connection.jetstreamManager();
    const known = await manager.streams.info(name).catch(() => null);
    if (known) await manager.streams.update(name, config);
    else await manager.streams.add(config);
  } catch (error) {
    throw messagingError(error, `stream ${name}`);
  }
}
