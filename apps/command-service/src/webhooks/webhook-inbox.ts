import { createHash, randomUUID } from 'node:crypto';
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
import type { ProviderFact, VerifiedWebhook, WebhookSubject } from '#provider-port';
import { Clock } from '#platform';

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
  /** What the provider signed, where that is less than the body. */
  readonly proof?: 'checksum';
  /** What to look up in place of facts that could not be read. */
  readonly subject?: WebhookSubject;
  /** Null when it was never delivered, but found in the provider's list. */
  readonly bodySha256: string | null;
  readonly receivedAt: string;
};

export type WebhookResult = {
  readonly outcome: 'applied' | 'ignored';
  readonly reason: string;
};

/** Whether an event says that a delivery waited in vain for what it follows from. */
export function isAbandonment(event: { readonly type: string } | undefined): boolean {
  return event?.type === 'WebhookAbandoned';
}

/** A delivery that was kept and is not applied yet. */
export type KeptWebhook = { readonly stream: string; readonly webhook: StoredWebhook };

function streamOf({ provider, eventId }: VerifiedWebhook): string {
  return `${WEBHOOK_STREAM_PREFIX}${provider}-${eventId}`;
}

/** Keeps every delivery once, before it is answered, and what became of it. */
@Injectable()
export class WebhookInbox {
  constructor(
    private readonly eventStore: EventStore,
    private readonly clock: Clock,
  ) {}

  /**
   * A delivery that carries no fact is closed with the same append.
   *
   * @returns what has to be applied now; null when there is nothing, or it was kept before.
   */
  async keep(webhook: VerifiedWebhook, body: Buffer | null): Promise<KeptWebhook | null> {
    const { provider, eventId, type, facts, apiVersion, unreadable, subject, proof } = webhook;
    const reason = webhook.foreign ?? `${type} carries no fact`;
    const stream = streamOf(webhook);
    const receivedAt = this.clock.nowIso;
    const stored: StoredWebhook = {
      provider,
      eventId,
      type,
      facts,
      apiVersion,
      unreadable,
      ...(subject && { subject }),
      ...(proof && { proof }),
      bodySha256: body && createHash('sha256').update(body).digest('hex'),
      receivedAt,
    };
    // An id of its own: under the same one, the store would take a repeat for this very append.
    const received = { ...eventOf(stream, 'WebhookReceived', stored), id: randomUUID() };
    const closed = { outcome: 'ignored', reason, at: receivedAt };
    const nothingToApply = facts.length === 0 && unreadable === null;
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
    await this.#append(
      stream,
      eventOf(stream, 'WebhookApplied', { ...result, at: this.clock.nowIso }),
      0n,
    );
  }

  /** It waited in vain, or nobody can read it: from here on a person has to look. */
  async abandon(
    stream: string,
    waitedMinutes: number,
    reason = 'what it follows from never came',
  ): Promise<void> {
    const abandoned = { reason, waitedMinutes, at: this.clock.nowIso };
    await this.#append(stream, eventOf(stream, 'WebhookAbandoned', abandoned), 0n);
  }

  /** An abandoned delivery was applied after all. */
  async reopen(stream: string, result: WebhookResult): Promise<void> {
    const event = eventOf(stream, 'WebhookApplied', { ...result, at: this.clock.nowIso }, 2);
    await this.#append(stream, event, 1n);
  }

  async dismiss(stream: string, by: { person: string; note: string }): Promise<void> {
    const event = eventOf(stream, 'WebhookDismissed', { ...by, at: this.clock.nowIso }, 2);
    await this.#append(stream, event, 1n);
  }

  async #append(stream: string, event: NewEvent, after: bigint): Promise<void> {
    try {
      await this.eventStore.append(stream, [event], after);
    } catch (error) {
      // Another process was faster; applying facts twice changes nothing.
      if (!(error instanceof ConcurrencyConflict)) throw error;
    }
  }
}

type InboxEvent = 'WebhookReceived' | 'WebhookApplied' | 'WebhookAbandoned' | 'WebhookDismissed';

/** @param index of the event in its stream. */
function eventOf(stream: string, type: InboxEvent, data: object, index = 1): NewEvent {
  const commandId = idOf('webhook', stream);
  const metadata: Metadata = {
    client: 'provider',
    actor: 'webhook',
    commandId,
    correlationId: commandId,
    causationId: commandId,
    schemaVersion: 1,
  };
  return { id: eventIdOf(commandId, index), type, data: data as Json, metadata };
}
