import type {
  AlertFacts,
  IncidentEvent,
  IncidentOpened,
  SupportFacts,
  TellingPromised,
} from './events.js';
import { moreUrgent, type Priority, type Topic } from './vocabulary.js';

export type KnownAlert = AlertFacts & {
  readonly joinedAt: string;
  readonly clearedAt: string | null;
};

/** A promise to tell a person, and the routes on which it is kept. */
export type Telling = TellingPromised['data'] & {
  readonly told: readonly { readonly route: string; readonly channel: string }[];
  readonly failed: readonly { readonly route: string; readonly channel: string }[];
};

/** What an incident's stream comes to. */
export type Incident = {
  readonly incidentId: string;
  readonly title: string;
  readonly topic: Topic;
  readonly priority: Priority;
  readonly group: string;
  readonly status: 'open' | 'acknowledged' | 'resolved';
  readonly openedAt: string;
  /** Which level of the escalation has it, and since when. */
  readonly level: number;
  readonly levelSince: string;
  readonly acknowledged: { readonly by: string; readonly at: string } | null;
  readonly assignee: string | null;
  readonly resolved: {
    readonly by: string | null;
    readonly at: string;
    readonly resolution: string;
  } | null;
  readonly alerts: readonly KnownAlert[];
  readonly requests: readonly SupportFacts[];
  /** Ids of its notes. */
  readonly notes: readonly string[];
  readonly tellings: readonly Telling[];
};

/** Folds one event; null before the incident was opened. */
export function evolveIncident(known: Incident | null, event: IncidentEvent): Incident | null {
  if (event.type === 'IncidentOpened') return known ?? opened(event);
  return known && evolveOpened(known, event);
}

function opened({ data }: IncidentOpened): Incident {
  return {
    ...data,
    status: 'open',
    level: 0,
    levelSince: data.openedAt,
    acknowledged: null,
    assignee: null,
    resolved: null,
    alerts: [],
    requests: [],
    notes: [],
    tellings: [],
  };
}

function evolveOpened(known: Incident, event: Exclude<IncidentEvent, IncidentOpened>): Incident {
  switch (event.type) {
    case 'AlertJoined':
    case 'AlertCleared':
    case 'SupportRequestJoined':
      return withCause(known, event);
    case 'TellingPromised':
    case 'IncidentTold':
    case 'TellingFailed':
      return { ...known, tellings: withTelling(known.tellings, event) };
    case 'IncidentEscalated': {
      const { level, escalatedAt: levelSince } = event.data;
      // The level that hears of it now has to answer for itself.
      return { ...known, level, levelSince, status: 'open', acknowledged: null };
    }
    case 'IncidentAcknowledged': {
      const { by, acknowledgedAt: at } = event.data;
      return { ...known, status: 'acknowledged', acknowledged: { by, at } };
    }
    case 'IncidentAssigned':
      return { ...known, assignee: event.data.assignee };
    case 'IncidentNoted':
      return { ...known, notes: [...known.notes, event.data.noteId] };
    case 'IncidentResolved': {
      const { by, resolvedAt: at, resolution } = event.data;
      return { ...known, status: 'resolved', resolved: { by, at, resolution } };
    }
  }
}

type CauseEvent = Extract<
  IncidentEvent,
  { type: 'AlertJoined' | 'AlertCleared' | 'SupportRequestJoined' }
>;

function withCause(known: Incident, event: CauseEvent): Incident {
  switch (event.type) {
    case 'AlertJoined': {
      const { priority, incidentId: _incident, ...facts } = event.data;
      const alerts = [...known.alerts, { ...facts, clearedAt: null }];
      return { ...known, alerts, priority: moreUrgent(known.priority, priority) };
    }
    case 'AlertCleared': {
      const { alertId, clearedAt } = event.data;
      const alerts = known.alerts.map((each) =>
        each.alertId === alertId ? { ...each, clearedAt } : each,
      );
      return { ...known, alerts };
    }
    case 'SupportRequestJoined': {
      const { requestId, client, text, affected, priority } = event.data;
      const requests = [...known.requests, { requestId, client, text, affected }];
      return { ...known, requests, priority: moreUrgent(known.priority, priority) };
    }
  }
}

type TellingEvent = Extract<
  IncidentEvent,
  { type: 'TellingPromised' | 'IncidentTold' | 'TellingFailed' }
>;

function withTelling(tellings: readonly Telling[], event: TellingEvent): readonly Telling[] {
  if (event.type === 'TellingPromised') {
    return [...tellings, { ...event.data, told: [], failed: [] }];
  }
  const { tellingId, route, channel } = event.data;
  const list = event.type === 'IncidentTold' ? 'told' : 'failed';
  return tellings.map((each) =>
    each.tellingId === tellingId ? { ...each, [list]: [...each[list], { route, channel }] } : each,
  );
}

/** Routes on which a telling is still promised, the oldest first. */
export function openTellings({ status, tellings }: Incident): readonly {
  readonly telling: Telling;
  readonly route: string;
}[] {
  const isTold = (route: string): boolean =>
    tellings.some(({ told }) => told.some((each) => each.route === route));
  return tellings.flatMap((telling) => {
    const open = telling.routes.filter(
      (route) => !telling.told.some((each) => each.route === route),
    );
    return open.flatMap((route) => {
      // The end is news only where the beginning was told.
      const isLate = status === 'resolved' && (telling.reason !== 'resolved' || !isTold(route));
      return isLate ? [] : [{ telling, route }];
    });
  });
}
