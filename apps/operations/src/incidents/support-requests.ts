import { idOf } from '#event-store';
import {
  classifyReport,
  join,
  open,
  type Incident,
  type Now,
  type SupportFacts,
  type Topic,
} from '#incidents';
import { PROVIDERS } from '#provider-port';
import type { IncidentDesk } from './incident-desk.js';

export type Report = SupportFacts & { readonly kind: Topic | null };

const TITLE_CHARS_MAX = 120;

/**
 * Makes an incident of a request for support, or lets it join one: of the provider it names, or of
 * its own topic. A request about security joins none of another topic, where it would be hidden.
 * A repeat under its id finds the incident that it has joined.
 */
export async function takeReport(
  report: Report,
  desk: IncidentDesk,
  now: () => Now,
): Promise<Incident> {
  const { kind, ...request } = report;
  const known = desk.all().find(({ requests }) => {
    return requests.some(({ requestId }) => requestId === request.requestId);
  });
  if (known) return known;
  const { topic, priority } = classifyReport(report);
  const provider = PROVIDERS.find((name) => request.text.toLowerCase().includes(name));
  const group = provider === undefined ? `topic:${topic}` : `provider:${provider}`;
  const other = desk
    .open()
    .find((each) => each.group === group && (topic !== 'security' || each.topic === 'security'));
  const actor = request.client;
  if (other) {
    const commandId = idOf('join', other.incidentId, request.requestId);
    const decide = (incident: Incident) => join({ request }, priority, incident, now());
    return desk.change(other.incidentId, decide, { actor, commandId });
  }
  const incidentId = idOf('incident', request.requestId);
  const title = request.text.replaceAll(/\s+/g, ' ').slice(0, TITLE_CHARS_MAX);
  const opening = { incidentId, title, topic, priority, group };
  return desk.create(incidentId, (before) => open(opening, { request }, before, now()), actor);
}
