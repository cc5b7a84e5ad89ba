import type { WebhookEndpoint } from '#outgoing-webhooks';

/** One message that is tried at one endpoint. */
export type TriedMessage = {
  readonly endpoint: WebhookEndpoint;
  readonly messageId: string;
  readonly type: string;
  /** Null for a test message. */
  readonly payment: { readonly paymentId: string; readonly order: string } | null;
  readonly body: string;
  /** 1 for the first attempt. */
  readonly number: number;
};
