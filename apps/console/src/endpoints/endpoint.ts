import type { OperationsTypes } from '#client';

export const ENDPOINTS = '/v1/webhook-endpoints';

/** Where a client is told of its payments. */
export type Endpoint = OperationsTypes.EndpointResponse;
export type Delivery = OperationsTypes.DeliveryResponse;

export function pathOf(endpointId: string): string {
  return `${ENDPOINTS}/${encodeURIComponent(endpointId)}`;
}
