import { sign } from '#outgoing-webhooks';
import type { Channel } from './channel.js';
import { headlineOf, type Message } from './message.js';
import { post, type Reach } from './post.js';

/** A receiver of the operator's own, signed as webhooks to clients are (Standard Webhooks). */
export function webhook(
  { url, secret }: { readonly url: string; readonly secret: string },
  reach: Reach,
): Channel {
  return {
    name: 'webhook',
    send: (message, signal) => {
      const id = `msg_${message.telling.tellingId}`;
      const timestampSeconds = Math.floor(reach.now() / 1_000);
      const body = JSON.stringify(bodyOf(message));
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestampSeconds),
        'webhook-signature': sign({ id, timestampSeconds, body }, [secret]),
      };
      return post(reach, { url, headers, body }, signal);
    },
  };
}

function bodyOf(message: Message): object {
  const { telling, incident } = message;
  const { incidentId, title, topic, priority, status, level, alerts } = incident;
  return {
    type: `incident.${telling.reason}`,
    timestamp: telling.promisedAt,
    data: {
      incidentId,
      headline: headlineOf(message),
      title,
      topic,
      priority,
      status,
      level,
      role: telling.role,
      person: telling.person,
      alerts,
    },
  };
}
