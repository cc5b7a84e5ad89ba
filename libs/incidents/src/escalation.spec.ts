import { acknowledge, addNote, clear, escalate, join, open, resolve, type Now } from './decide.js';
import { dueEscalation } from './escalation.js';
import type { AlertFacts, IncidentEvent, SupportFacts } from './events.js';
import { evolveIncident, openTellings, type Incident } from './incident.js';

const START = '2026-11-21T10:00:00.000Z';
const ROUTES = { page: ['page'], post: ['slack'] };

const at = (minutes: number): Now => ({
  at: new Date(Date.parse(START) + minutes * 60_000).toISOString(),
  personOf: (role) => `${role} on call`,
  routes: ROUTES,
});

const alert = (alertId: string): AlertFacts => {
  return { alertId, alert: 'ViewLags', severity: 'critical', summary: 'lags', runbook: 'r' };
};
const NOTE = { by: 'olga', noteId: 'n1', note: 'why' };
const REQUEST: SupportFacts = { requestId: 'r1', client: 'shop', text: 'help', affected: null };

function incidentOf(events: readonly IncidentEvent[], from: Incident | null = null): Incident {
  const incident = events.reduce(evolveIncident, from);
  if (!incident) throw new Error('was not opened');
  return incident;
}

const opened = (priority: 'P0' | 'P3' = 'P0'): Incident => {
  const opening = { incidentId: 'i', title: 't', topic: 'payment', priority, group: 'g' } as const;
  return incidentOf(open(opening, { alert: alert('a1') }, null, at(0)));
};

describe('an incident that is not answered', () => {
  it('goes to each level after the response time, up to the last', () => {
    let incident = opened();
    const roles: string[] = [];
    for (let minute = 1; minute <= 100; minute += 1) {
      const events = escalate(incident, at(minute));
      incident = incidentOf(events, incident);
      for (const { type, data } of events) {
        if (type === 'IncidentEscalated') roles.push(`${minute} ${data.role}`);
      }
    }
    expect(roles).toEqual([
      '15 senior-engineer',
      '30 tech-lead',
      '45 engineering-manager',
      '60 cto',
    ]);
    expect(dueEscalation(incident)).toBeNull();
  });

  it('waits a day where it is not urgent', () => {
    expect(escalate(opened('P3'), at(1_439))).toEqual([]);
    expect(escalate(opened('P3'), at(1_440))).toMatchObject([{ type: 'IncidentEscalated' }, {}]);
  });
});

describe('an incident that is answered', () => {
  it('is escalated when it is not over in the time of its level, and asks for an answer again', () => {
    const answered = incidentOf(acknowledge('olga', opened(), at(10)), opened());
    expect(acknowledge('olga', answered, at(11))).toEqual([]);
    expect(escalate(answered, at(69))).toEqual([]);
    const events = escalate(answered, at(70));
    expect(events).toMatchObject([{ data: { because: 'not-resolved' } }, {}]);
    expect(incidentOf(events, answered)).toMatchObject({ status: 'open', acknowledged: null });
  });

  it('is over with the last of its alerts, and not while a client waits for help', () => {
    const two = incidentOf(join({ alert: alert('a2') }, 'P1', opened(), at(1)), opened());
    expect(clear('a1', two, at(2)).map(({ type }) => type)).toEqual(['AlertCleared']);
    const one = incidentOf(clear('a1', two, at(2)), two);
    expect(incidentOf(clear('a2', one, at(3)), one).status).toBe('resolved');
    const asked = incidentOf(join({ request: REQUEST }, 'P2', one, at(2)), one);
    expect(incidentOf(clear('a2', asked, at(3)), asked).status).toBe('open');
  });

  it('takes notes behind its end, and nothing else', () => {
    const over = incidentOf(resolve('olga', 'mended', opened(), at(5)), opened());
    expect(resolve('olga', 'mended', over, at(6))).toEqual([]);
    expect(addNote(NOTE, over, at(7))).toHaveLength(1);
    expect(() => acknowledge('olga', over, at(6))).toThrow(/resolved/);
    expect(() => join({ alert: alert('a3') }, 'P0', over, at(6))).toThrow(/resolved/);
  });

  it('takes a note once, by its id', () => {
    const noted = incidentOf(addNote(NOTE, opened(), at(7)), opened());
    expect(addNote(NOTE, noted, at(8))).toEqual([]);
  });
});

describe('what is still to be told', () => {
  it('has an id of its own each time, and is dropped when it is over before it was told', () => {
    const joined = incidentOf(join({ alert: alert('a2') }, 'P1', opened(), at(1)), opened());
    const ids = joined.tellings.map(({ tellingId }) => tellingId);
    expect(new Set(ids).size).toBe(2);
    const over = incidentOf(resolve('olga', 'mended', opened(), at(5)), opened());
    expect(openTellings(over)).toEqual([]);
  });
});
