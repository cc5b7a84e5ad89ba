import type { Entity } from './entity.js';
import { HORIZON_SECONDS } from './feature-state.js';
import { days } from './feature-units.js';

/** 1 when the customer was seen with others of the kind, but never with this one. */
export function isNew(
  customer: Entity | undefined,
  kind: 'merchant' | 'card' | 'device' | 'country' | 'currency',
  id: string | null,
  at: number,
): number {
  if (!customer || id === null || customer.isLinked(kind, id, at)) return 0;
  return Number(customer.linkCount(kind, at) > 0);
}

/** Since the customer was first seen with it, 0 for never before; 67 where it is unknown. */
export function linkDays(
  customer: Entity | undefined,
  kind: 'device' | 'country',
  id: string | null,
  at: number,
): number {
  return days(id === null ? HORIZON_SECONDS : (customer?.linkAge(kind, id, at) ?? 0));
}
