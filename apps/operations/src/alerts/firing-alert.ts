import type { Labels, Severity } from '#alerting';

/** An alert that fires, as it is shown and told. */
export type FiringAlert = {
  /** The same for as long as it fires, across restarts. */
  readonly alertId: string;
  readonly alert: string;
  readonly group: string;
  /** Who it is for beside the engineers; null for no one else. */
  readonly team: string | null;
  readonly severity: Severity;
  readonly labels: Labels;
  readonly value: number;
  readonly summary: string;
  readonly meaning: string;
  readonly command: string;
  readonly runbook: string;
  readonly since: string;
  readonly firedAt: string;
};
