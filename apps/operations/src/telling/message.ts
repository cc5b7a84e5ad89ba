import { RESPONSE_MINUTES, type Incident, type Telling } from '#incidents';

/** What one person hears of an incident. */
export type Message = {
  readonly telling: Telling;
  readonly incident: Incident;
  /** Where a person can answer from the chat; null when no public address is known. */
  readonly acknowledgeUrl: string | null;
};

/** A message to show that a channel works; it is of no incident. */
export function testMessage(by: string, at: string): Message {
  const telling: Telling = {
    incidentId: 'test',
    tellingId: `test/${at}`,
    reason: 'opened',
    role: 'support-engineer',
    person: by,
    routes: [],
    promisedAt: at,
    told: [],
    failed: [],
  };
  const incident: Incident = {
    incidentId: `test-${at}`,
    title: `Test of this channel, asked for by ${by}`,
    topic: 'other',
    priority: 'P3',
    group: 'test',
    status: 'open',
    openedAt: at,
    level: 0,
    levelSince: at,
    acknowledged: null,
    assignee: null,
    resolved: null,
    alerts: [],
    requests: [],
    notes: [],
    tellings: [telling],
  };
  return { telling, incident, acknowledgeUrl: null };
}

const HAPPENED: Readonly<Record<Telling['reason'], string>> = {
  opened: 'New',
  joined: 'More of it',
  escalated: 'Escalated',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
};

/** One line that says it all, as for an SMS or a subject. */
export function headlineOf({
  telling: { reason },
  incident: { priority, title },
}: Message): string {
  return `${HAPPENED[reason]}: ${priority} ${title}`;
}

/** What there is to know, as short lines. */
export function detailsOf({ telling, incident }: Message): readonly string[] {
  const { status, alerts, requests, priority } = incident;
  const active = alerts.filter(({ clearedAt }) => clearedAt === null);
  const shown = status === 'resolved' ? [] : active;
  return [
    ...shown.map(({ alert, summary, runbook }) => `${alert}: ${summary} (${runbook})`),
    ...(requests.length > 0 ? [`${requests.length} requests for support`] : []),
    ...(incident.resolved ? [incident.resolved.resolution] : []),
    ...(incident.acknowledged ? [`Acknowledged by ${incident.acknowledged.by}`] : []),
    `For ${telling.person ?? 'no one on call'} as ${telling.role}`,
    ...(status === 'open' ? [`Answer within ${RESPONSE_MINUTES[priority]} minutes`] : []),
    `Incident ${incident.incidentId}`,
  ];
}
