import type { IncidentEscalated } from './events.js';
import type { Incident } from './incident.js';
import { ESCALATION, RESPONSE_MINUTES } from './vocabulary.js';

export type DueEscalation = {
  readonly at: string;
  readonly because: IncidentEscalated['data']['because'];
};

const MINUTE_MS = 60_000;

/**
 * When the next level hears of an incident, by the events alone, so that no restart loses it. A
 * level that does not answer has the response time of the priority; one that does has its own
 * time to end the incident, or the response time where that is longer. Null: never.
 */
export function dueEscalation(incident: Incident): DueEscalation | null {
  const { status, level, levelSince, acknowledged, priority } = incident;
  const minutes = ESCALATION[level]?.minutes ?? null;
  if (status === 'resolved' || minutes === null) return null;
  const responseMinutes = RESPONSE_MINUTES[priority];
  if (!acknowledged) return { at: later(levelSince, responseMinutes), because: 'not-acknowledged' };
  const ownMinutes = Math.max(minutes, responseMinutes);
  return { at: later(acknowledged.at, ownMinutes), because: 'not-resolved' };
}

function later(from: string, minutes: number): string {
  return new Date(Date.parse(from) + minutes * MINUTE_MS).toISOString();
}
