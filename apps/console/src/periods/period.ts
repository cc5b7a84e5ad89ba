import type { ProjectionServiceTypes } from '#client';

/** One month of the ledger. */
export type Period = ProjectionServiceTypes.PeriodResponse;
