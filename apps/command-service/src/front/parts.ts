import type { Config } from '../config.js';

/** The services that answer behind this one, and the variable that says where each of them is. */
export const PARTS = {
  'projection-service': 'PROJECTION_SERVICE_URL',
  operations: 'OPERATIONS_URL',
} as const satisfies Readonly<Record<string, keyof Config>>;

export type PartName = keyof typeof PARTS;

export const PART_NAMES = Object.keys(PARTS) as PartName[];
