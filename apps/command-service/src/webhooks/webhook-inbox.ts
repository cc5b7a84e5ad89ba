import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  ConcurrencyConflict,
  eventIdOf,
  EventStore,
  idOf,
  type Json,
  type Metadata,
  type NewEvent,
} from '#event-store';
import type { ProviderFact, VerifiedWebhook } from '#providers';

/** Streams of webhook deliveries start with this; provider and the provider's event id follow. */
export const WEBHOOK_STREAM_PREFIX = 'webhook-';

export type StoredWebhook = {
  readonly provider: 'stripe' | 'paypal';
  readonly eventId: string;
  readonly type: string;
  readonly facts: readonly ProviderFact[];
  /** Absent in deliveries kept before it was recorded. */
  readonly apiVersion?: string | null;
  readonly unreadable?: string | null;
  /** Null when it was never delivered, but found in the provider's list. */
  readonly bodySha256: string | null;
  readonly receivedAt: string;
};

export type WebhookResult = {
  /** `parked` waited in vain for a fact that should have come before it. */
  readonly outcome: 'applied' | 'ignored' | 'parked';
  readonly reason: string;
};

/** A delivery that was kept and is not applied yet. */
export type KeptWebhook = { readonly stream: string; readonly webhook: StoredWebhook };

function streamOf({ provider, eventId }: VerifiedWebhook): string {
  return `${WEBHOOK_STREAM_PREFIX}${provider}-${eventId}`;
}

/** Keeps every delivery once, before it is answered, and what became of it. */
@Injectable()
export class WebhookInbox {
  constructor(private readonly eventStore: EventStore) {}

  /**
   * A delivery that carries no fact is closed with the same append.
   *
   * @returns what has to be applied now; null when there is nothing, or it was kept before.
   */
  async keep(webhook: VerifiedWebhook, body: Buffer | null): Promise<KeptWebhook | null> {
    const { provider, eventId, type, facts, apiVersion, unreadable } = webhook;
    const stream = streamOf(webhook);
    const receivedAt = new Date().toISOString();
    const stored: StoredWebhook = {
      provider,
      eventId,
      type,
      facts,
      apiVersion,
      unreadable,
      bodySha256: body && createHash('sha256').update(body).digest('hex'),
      receivedAt,
    };
    const received = eventOf(stream, 'WebhookReceived', stored);
    const reason = unreadable ?? `${type} carries no fact`;
    const closed = { outcome: 'ignored', reason, at: receivedAt };
    const nothingToApply = facts.length === 0;
    const events = nothingToApply
      ? [received, eventOf(stream, 'WebhookApplied', closed)]
      : [received];
    try {
      await this.eventStore.append(stream, events, 'no-stream');
      return nothingToApply ? null : { stream, webhook: stored };
    } catch (error) {
      if (error instanceof ConcurrencyConflict) return null;
      throw error;
    }
  }

  /** Whether a delivery was kept. */
  async has(webhook: VerifiedWebhook): Promise<boolean> {
    for await (const _ of this.eventStore.read(streamOf(webhook), { maxCount: 1 })) return true;
    return false;
  }

  async close(stream: string, result: WebhookResult): Promise<void> {
    const closed = { ...result, at: new Date().toISOString() };
    try {
      await this.eventStore.append(stream, [eventOf(stream, 'WebhookApplied', closed)], 0n);
    } catch (error) {
      // Another process was faster; applying facts twice changes nothing.
      if (!(error instanceof ConcurrencyConflict)) throw error;
    }
  }
}

type InboxEvent = 'WebhookReceived' | 'WebhookApplied';

function eventOf(stream: string, type: InboxEvent, data: object): NewEvent {
  const commandId = idOf('webhook', stream);
  const metadata: Metadata = {
    client: 'provider',
    actor: 'webhook',
    commandId,
    correlationId: commandId,
    causationId: commandId,
    schemaVersion: 1,
  };
  const index = type === 'WebhookReceived' ? 0 : 1;
  return { id: eventIdOf(commandId, index), type, data: data as Json, metadata };
}
