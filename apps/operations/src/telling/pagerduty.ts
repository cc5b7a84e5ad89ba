import type { Incident } from '#incidents';
import { failed, type Channel, type Sent } from './channel.js';
import { detailsOf, type Message } from './message.js';
import { post, type Reach } from './post.js';

const SEVERITY = { P0: 'critical', P1: 'error', P2: 'warning', P3: 'info' } as const;

const SUMMARY_CHARS_MAX = 1_024;

/**
 * Events API v2. Each level of an escalation has a key of its own, since PagerDuty calls no one
 * again for a key that it knows; answers and the end are told to all of them. Keys are made of the
 * incident alone, so that a repeat after a restart is the same event.
 */
export function pagerduty(
  { routingKey, baseUrl }: { readonly routingKey: string; readonly baseUrl: string },
  reach: Reach,
): Channel {
  const url = new URL('/v2/enqueue', baseUrl).href;
  const enqueue = (event: object, signal: AbortSignal): Promise<Sent> =>
    post(reach, { url, body: JSON.stringify({ routing_key: routingKey, ...event }) }, signal);
  return {
    name: 'pagerduty',
    async send(message, signal) {
      for (const event of eventsOf(message)) {
        const sent = await enqueue(event, signal);
        if (!sent.ok) return failed(sent.reason, sent);
      }
      return { ok: true };
    },
  };
}

function eventsOf(message: Message): object[] {
  const { telling, incident } = message;
  if (telling.reason === 'acknowledged' || telling.reason === 'resolved') {
    const action = telling.reason === 'resolved' ? 'resolve' : 'acknowledge';
    return Array.from({ length: incident.level + 1 }, (_none, level) => ({
      event_action: action,
      dedup_key: keyOf(incident, level),
    }));
  }
  return [triggerOf(message)];
}

function triggerOf(message: Message): object {
  const { incident, telling, acknowledgeUrl } = message;
  return {
    event_action: 'trigger',
    dedup_key: keyOf(incident, incident.level),
    client: 'Assay',
    payload: {
      summary: `${incident.priority} ${incident.title}`.slice(0, SUMMARY_CHARS_MAX),
      source: 'assay',
      severity: SEVERITY[incident.priority],
      timestamp: telling.promisedAt,
      component: incident.group,
      class: incident.topic,
      custom_details: {
        reason: telling.reason,
        role: telling.role,
        person: telling.person,
        details: detailsOf(message),
      },
    },
    ...(acknowledgeUrl !== null && { links: [{ href: acknowledgeUrl, text: 'Answer' }] }),
  };
}

function keyOf({ incidentId }: Pick<Incident, 'incidentId'>, level: number): string {
  return `assay-incident-${incidentId}-level-${level}`;
}
