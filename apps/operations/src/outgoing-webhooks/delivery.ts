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
};

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
  const added = { description: null, earlierTypes: [], changes: [] };
  return { ...known, endpoint: { ...added, ...known.endpoint } };
}
