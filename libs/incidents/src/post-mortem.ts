import type { IncidentEvent } from './events.js';
import type { Incident } from './incident.js';

/** A draft in Markdown: what the events say, and the questions that only people can answer. */
export function postMortem(incident: Incident, events: readonly IncidentEvent[]): string {
  const { title, priority, topic, openedAt, resolved, alerts, requests } = incident;
  return [
    `# ${inline(title)}`,
    `${priority}, ${topic}, incident \`${incident.incidentId}\`. Drafted from its events.`,
    '## In short',
    [
      `- opened ${openedAt}`,
      `- first answered ${firstAnswer(events) ?? 'by no one'}`,
      `- resolved ${resolved ? `${resolved.at}: ${inline(resolved.resolution)}` : 'not yet'}`,
      `- lasted ${resolved ? lasted(openedAt, resolved.at) : 'until now'}`,
      `- escalated ${events.filter(({ type }) => type === 'IncidentEscalated').length} times`,
      `- ${alerts.length} alerts, ${requests.length} requests for support`,
    ].join('\n'),
    '## Timeline',
    events.map((event) => `- ${timeOf(event)} ${inline(sentenceOf(event))}`).join('\n'),
    '## For people to fill in',
    '- What did payers and merchants notice?\n- What was the cause?\n- What went well?\n- What is done so that it does not come again, by whom, until when?',
  ].join('\n\n');
}

function firstAnswer(events: readonly IncidentEvent[]): string | null {
  const answer = events.find(({ type }) => type === 'IncidentAcknowledged');
  return answer?.type === 'IncidentAcknowledged'
    ? `${answer.data.acknowledgedAt} by ${answer.data.by}`
    : null;
}

const MINUTE_MS = 60_000;

function lasted(from: string, to: string): string {
  return `${Math.round((Date.parse(to) - Date.parse(from)) / MINUTE_MS)} minutes`;
}

/** What a person or a provider wrote stays text: it makes no heading, link or image. */
function inline(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#|!]/g, '\\$&');
}

/** When an event happened. */
export function timeOf({ data }: IncidentEvent): string {
  const times = Object.entries(data).filter(([name]) => name.endsWith('At'));
  return String(times[0]?.[1] ?? '');
}

/** What an event says, for a person. */
export function sentenceOf(event: IncidentEvent): string {
  switch (event.type) {
    case 'IncidentOpened':
      return `Opened as ${event.data.priority}: ${event.data.title}`;
    case 'AlertJoined':
      return `Alert ${event.data.alert} (${event.data.severity}): ${event.data.summary}`;
    case 'AlertCleared':
      return `Alert ${event.data.alertId} is over`;
    case 'SupportRequestJoined':
      return `Request for support by ${event.data.client}: ${event.data.text}`;
    default:
      return sentenceOfWork(event);
  }
}

type Work = Exclude<
  IncidentEvent,
  { type: 'IncidentOpened' | 'AlertJoined' | 'AlertCleared' | 'SupportRequestJoined' }
>;

function sentenceOfWork(event: Work): string {
  switch (event.type) {
    case 'TellingPromised': {
      const { reason, person, role, routes } = event.data;
      return `To tell ${person ?? 'no one on call'} as ${role} (${reason}) by ${routes.join(', ')}`;
    }
    case 'IncidentTold':
      return `Told by ${event.data.channel}`;
    case 'TellingFailed':
      return `Not told by ${event.data.channel}: ${event.data.reason}`;
    case 'IncidentEscalated':
      return `Escalated to ${event.data.role}: ${event.data.because}`;
    case 'IncidentAcknowledged':
      return `Acknowledged by ${event.data.by}`;
    case 'IncidentAssigned':
      return `Assigned to ${event.data.assignee} by ${event.data.assignedBy}`;
    case 'IncidentNoted':
      return `Note of ${event.data.by}: ${event.data.note}`;
    case 'IncidentResolved':
      return `Resolved by ${event.data.by ?? 'the end of its alerts'}: ${event.data.resolution}`;
  }
}
