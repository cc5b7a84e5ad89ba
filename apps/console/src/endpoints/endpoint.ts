import type { OperationsTypes } from '#client';

export const ENDPOINTS = '/v1/webhook-endpoints';

/** Where the messages of a client go. */
export type Endpoint = OperationsTypes.EndpointResponse;
export type Delivery = OperationsTypes.DeliveryResponse;

export function pathOf(endpointId: string): string {
  return `${ENDPOINTS}/${encodeURIComponent(endpointId)}`;
}
