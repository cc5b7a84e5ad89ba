import { signatureOf, type Labels, type Rule, type Standing, type Standings } from '#alerting';
import { upcastOf, type EventShape } from '#event-shapes';
import { idOf, recordEvent, type EventStore } from '#event-store';

export type AlertFired = EventShape<
  'AlertFired',
  {
    alertId: string;
    alert: string;
    severity: string;
    labels: Labels;
    /** Null for what is no number, as of 0 observations. */
    value: number | null;
    summary: string;
    since: string;
    firedAt: string;
  }
>;
export type AlertResolved = EventShape<
  'AlertResolved',
  { alertId: string; alert: string; labels: Labels; resolvedAt: string }
>;

/** Every event of an `alert-<rule>` stream. */
export type AlertEvent = AlertFired | AlertResolved;

export const upcastAlert = upcastOf<AlertEvent>('alert', {
  AlertFired: { personal: {} },
  AlertResolved: { personal: {} },
});

export function alertStream(alert: string): string {
  return `alert-${alert}`;
}

/** The same for one alert from when it begins to hold to when it is over. */
export function alertIdOf(alert: string, { labels, sinceMs }: Standing): string {
  return idOf('alert', alert, signatureOf(labels), String(sinceMs));
}

/** When alerts fired and were over, as events. */
export class AlertLog {
  constructor(private readonly store: EventStore) {}

  /** What fires by the events, of one rule. */
  async firing({ alert }: Pick<Rule, 'alert'>): Promise<Standings> {
    const firing = new Map<string, Standing>();
    for await (const recorded of this.store.read(alertStream(alert))) {
      const { type, data } = upcastAlert(recorded.type, recorded.data);
      const signature = signatureOf(data.labels);
      if (type === 'AlertResolved') firing.delete(signature);
      else {
        const [sinceMs, firedMs] = [Date.parse(data.since), Date.parse(data.firedAt)];
        const value = data.value ?? NaN;
        firing.set(signature, { labels: data.labels, value, sinceMs, firedMs });
      }
    }
    return firing;
  }

  /** Safe to repeat. */
  async fired({ alert, severity }: Rule, standing: Standing, summary: string): Promise<void> {
    const { labels, value, sinceMs, firedMs } = standing;
    const alertId = alertIdOf(alert, standing);
    await this.#append(alertId, {
      type: 'AlertFired',
      data: {
        alertId,
        alert,
        severity,
        labels,
        value: Number.isFinite(value) ? value : null,
        summary,
        since: new Date(sinceMs).toISOString(),
        firedAt: new Date(firedMs ?? sinceMs).toISOString(),
      },
    });
  }

  /** Safe to repeat. */
  async resolved({ alert }: Rule, standing: Standing, resolvedAt: string): Promise<void> {
    const alertId = alertIdOf(alert, standing);
    const data = { alertId, alert, labels: standing.labels, resolvedAt };
    await this.#append(alertId, { type: 'AlertResolved', data });
  }

  async #append(alertId: string, event: AlertEvent): Promise<void> {
    const commandId = idOf(event.type, alertId);
    const cause = { client: 'operations', actor: 'operations', commandId };
    await recordEvent(this.store, { stream: alertStream(event.data.alert) }, cause, event);
  }
}
