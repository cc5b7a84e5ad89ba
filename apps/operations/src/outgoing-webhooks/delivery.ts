import { crc32 } from 'node:zlib';
import type { Mark } from '#event-store';
import type { WebhookEndpoint } from '#outgoing-webhooks';

/** One message on its way to one endpoint. */
export type Delivery = {
  readonly endpointId: string;
  readonly paymentId: string;
  /** Sorts the messages of a payment as the store did. */
  readonly order: string;
  readonly messageId: string;
  readonly type: string;
  /** Sent as it is, so that every attempt carries the same text. */
  readonly body: string;
  readonly attempts: number;
  readonly lastFailure: string | null;
  /** Over what is sent and where; absent from queues of before. */
  readonly checksum?: number;
};

/** Where a message is kept; its event has the same place in the payment's stream. */
export type DeliveryPlace = Pick<Delivery, 'endpointId' | 'paymentId' | 'order'>;

/** An endpoint as the queue last knew it, and the store position of its registration. */
export type KnownEndpoint = {
  readonly endpoint: WebhookEndpoint;
  readonly revision: string;
  readonly since: string;
};

/** A payment whose events make no messages for now. */
export type SetAside = {
  /** Of the first event that makes none, in its stream. */
  readonly revision: string;
  readonly reason: string;
};

/** An endpoint to which nothing is sent, because one of its events cannot be folded. */
export type EndpointAside = SetAside & { readonly at: string };

/** What changes with the messages of an event; null: its payment is set aside no more. */
export type AsideChange = { readonly stream: string; readonly aside: SetAside | null };

/** What is taken together with messages. */
export type Progress = {
  readonly last?: Mark;
  /** Whether the mark is kept beside later ones. */
  readonly keep?: boolean;
  readonly change?: AsideChange;
};

/** Queues of before kept endpoints without what a client may change of them. */
export function upcastKnown(known: KnownEndpoint): KnownEndpoint {
  // Each look for what is due reads all endpoints: what needs nothing is not made again.
  if ((known.endpoint as Partial<WebhookEndpoint>).changes !== undefined) return known;
  const added = { description: null, earlierTypes: [], changes: [] };
  return { ...known, endpoint: { ...added, ...known.endpoint } };
}

/** With the checksum that it is kept with. */
export function sealed(delivery: Delivery): Delivery {
  return { ...delivery, checksum: checksumOf(delivery) };
}

/** Whether what is kept at a place is the message that was put there. */
export function isIntact(kept: unknown, place: DeliveryPlace): kept is Delivery {
  if (typeof kept !== 'object' || kept === null) return false;
  const delivery = kept as Delivery;
  const { checksum } = delivery;
  if (checksum === undefined) return typeof delivery.body === 'string';
  return checksum === checksumOf({ ...delivery, ...place });
}

function checksumOf({ endpointId, paymentId, order, messageId, type, body }: Delivery): number {
  return crc32(JSON.stringify([endpointId, paymentId, order, messageId, type, body]));
}
