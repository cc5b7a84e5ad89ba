import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  ConcurrencyConflict,
  eventIdOf,
  EventStore,
  idOf,
  type Json,
  type Metadata,
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

function streamOf({ provider, eventId }: VerifiedWebhook): string {
  return `${WEBHOOK_STREAM_PREFIX}${provider}-${eventId}`;
}

/** Keeps every delivery once, before it is answered, and what became of it. */
@Injectable()
export class WebhookInbox {
  constructor(private readonly eventStore: EventStore) {}

  /** @returns its stream, or null when the delivery was kept before. */
  async keep(webhook: VerifiedWebhook, body: Buffer | null): Promise<string | null> {
    const { provider, eventId, type, facts, apiVersion, unreadable } = webhook;
    const stream = streamOf(webhook);
    const stored: StoredWebhook = {
      provider,
      eventId,
      type,
      facts,
      apiVersion,
      unreadable,
      bodySha256: body && createHash('sha256').update(body).digest('hex'),
      receivedAt: new Date().toISOString(),
    };
    try {
      await this.#append(stream, 'WebhookReceived', stored, 0);
      return stream;
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
      await this.#append(stream, 'WebhookApplied', closed, 1);
    } catch (error) {
      // Another process was faster; applying facts twice changes nothing.
      if (!(error instanceof ConcurrencyConflict)) throw error;
    }
  }

  async #append(stream: string, type: string, data: object, revision: 0 | 1): Promise<void> {
    const commandId = idOf('webhook', stream);
    const metadata: Metadata = {
      client: 'provider',
      actor: 'webhook',
      commandId,
      correlationId: commandId,
      causationId: commandId,
      schemaVersion: 1,
    };
    const event = { id: eventIdOf(commandId, revision), type, data: data as Json, metadata };
    await this.eventStore.append(stream, [event], revision === 0 ? 'no-stream' : 0n);
  }
}
