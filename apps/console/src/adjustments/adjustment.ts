import type { ProjectionServiceTypes } from '#client';

/** What people put into the books. */
export type Adjustment = ProjectionServiceTypes.AdjustmentResponse;
