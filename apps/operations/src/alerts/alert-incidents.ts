import { idOf } from '#event-store';
import {
  classifyAlert,
  clear,
  escalate,
  dueEscalation,
  join,
  open,
  type AlertFacts,
  type Incident,
  type Now,
} from '#incidents';
import type { FiringAlert } from './firing-alert.js';
import type { IncidentDesk } from '../incidents/incident-desk.js';

const ACTOR = 'operations';

/**
 * Brings incidents in line with the alerts that fire now. It looks at what is and not at what
 * changed, so that what a crash left undone is done at the next turn, and once.
 */
export class AlertIncidents {
  constructor(
    private readonly desk: IncidentDesk,
    private readonly now: () => Now,
  ) {}

  /** @param firing without those that are silenced; @param all with them. */
  async follow(firing: readonly FiringAlert[], all: readonly FiringAlert[]): Promise<void> {
    for (const alert of firing) await this.#take(alert);
    const ids = new Set(all.map(({ alertId }) => alertId));
    for (const incident of this.desk.open()) await this.#clear(incident, ids);
  }

  /** Tells the next level wherever it is time. */
  async escalateDue(): Promise<void> {
    const { at } = this.now();
    for (const incident of this.desk.open()) {
      const due = dueEscalation(incident);
      if (!due || at < due.at) continue;
      const { incidentId, level } = incident;
      const commandId = idOf('escalate', incidentId, String(level), due.at);
      await this.desk.change(incidentId, (known) => escalate(known, this.now()), {
        actor: ACTOR,
        commandId,
      });
    }
  }

  async #take(alert: FiringAlert): Promise<void> {
    const { alertId, severity } = alert;
    if (severity === 'information') return;
    const isKnown = this.desk
      .all()
      .some(({ alerts }) => alerts.some((each) => each.alertId === alertId));
    if (isKnown) return;
    const { topic, priority } = classifyAlert({ ...alert, severity });
    const group = groupOf(alert);
    const facts = factsOf(alert, severity);
    const other = this.desk.open().find((each) => each.group === group && each.topic === topic);
    if (other) {
      const decide = (known: Incident) => join({ alert: facts }, priority, known, this.now());
      const commandId = idOf('join', other.incidentId, alertId);
      await this.desk.change(other.incidentId, decide, { actor: ACTOR, commandId });
      return;
    }
    const incidentId = idOf('incident', alertId);
    const opening = { incidentId, title: alert.summary, topic, priority, group };
    await this.desk.create(
      incidentId,
      (known) => open(opening, { alert: facts }, known, this.now()),
      ACTOR,
    );
  }

  async #clear({ incidentId, alerts }: Incident, firing: ReadonlySet<string>): Promise<void> {
    for (const { alertId, clearedAt } of alerts) {
      if (clearedAt !== null || firing.has(alertId)) continue;
      const commandId = idOf('clear', incidentId, alertId);
      await this.desk.change(incidentId, (known) => clear(alertId, known, this.now()), {
        actor: ACTOR,
        commandId,
      });
    }
  }
}

/** Alerts of one provider are one incident, and so are those of one group of rules. */
function groupOf({ labels, group }: FiringAlert): string {
  const { provider } = labels;
  return provider === undefined ? `group:${group}` : `provider:${provider}`;
}

function factsOf(alert: FiringAlert, severity: AlertFacts['severity']): AlertFacts {
  const { alertId, alert: name, summary, runbook } = alert;
  return { alertId, alert: name, severity, summary, runbook };
}
