import { SEVERITIES } from '#alerting';
import type { Health, Metrics } from '#platform';
import type { AlertParts } from './alert-parts.js';

/** Tells what fires, and whether it is looked for and reaches a person. */
export function addAlertMetrics(metrics: Metrics, { alerting, desk, states }: AlertParts): void {
  metrics.add(
    {
      name: 'assay_alerts_firing',
      help: 'Alerts that fire by the evaluation of operations, silenced ones too.',
      type: 'gauge',
      read: () => {
        const firing = alerting.firing();
        return SEVERITIES.map((severity) => ({
          value: firing.filter((each) => each.severity === severity).length,
          labels: { severity },
        }));
      },
    },
    {
      name: 'assay_alerts_evaluated_timestamp_seconds',
      help: 'When operations last evaluated the rules.',
      type: 'gauge',
      read: () => {
        const { lastTurnMs, isEnabled } = alerting;
        return lastTurnMs === null || !isEnabled ? [] : [{ value: lastTurnMs / 1_000 }];
      },
    },
    {
      name: 'assay_incidents_open',
      help: 'Incidents that are not resolved, by priority.',
      type: 'gauge',
      read: () => {
        const open = desk.open();
        return (['P0', 'P1', 'P2', 'P3'] as const).map((priority) => ({
          value: open.filter((each) => each.priority === priority).length,
          labels: { priority },
        }));
      },
    },
  );
  states.addTo(metrics);
}

/** Alerts that are not evaluated, or reach no one, are told; payments go on without them. */
export function addAlertHealth(health: Health, { alerting, states }: AlertParts): void {
  health.add('alerts', () => alerting.trouble, { essential: false });
  health.add('alert-channels', () => states.trouble, { essential: false });
  health.addFacts('alertChannels', () => states.all());
}
