import type { CheckedProjection } from '#projections';

export const VIEW_NAMES = ['orders', 'journal', 'reconciliation', 'cases'] as const;

/** A view as callers and PROJECTIONS name it, whatever version of its projection builds it. */
export type ViewName = (typeof VIEW_NAMES)[number];

export type Projections = Readonly<Record<ViewName, CheckedProjection>>;
