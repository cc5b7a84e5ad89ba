import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { upcastOf, type EventShape } from '#event-shapes';
import {
  changeStream,
  eventIdOf,
  EventStore,
  idOf,
  readStream,
  type StreamState,
  type StreamType,
} from '#event-store';
import {
  storedFactOf,
  type ProviderName,
  type StoredFact,
  type VerifiedWebhook,
  type WebhookSubject,
} from '#provider-port';
import { Clock } from '#platform';
import { Sealing } from '../sealing/sealing.js';
import { keptBody } from './kept-body.js';

/** Streams of webhook deliveries start with this; provider and the provider's event id follow. */
export const WEBHOOK_STREAM_PREFIX = 'webhook-';

export type StoredWebhook = {
  readonly provider: ProviderName;
  readonly eventId: string;
  readonly type: string;
  readonly facts: readonly StoredFact[];
  /** Null also in deliveries kept before it was recorded. */
  readonly apiVersion: string | null;
  /** Likewise. */
  readonly unreadable: string | null;
  /** What the provider signed, where that is less than the body. */
  readonly proof?: 'checksum';
  /** What to look up in place of facts that could not be read. */
  readonly subject?: WebhookSubject;
  /** Null when it was never delivered, but found in the provider's list. */
  readonly bodySha256: string | null;
  /** As it came; absent where it never was delivered, and in what was kept before bodies were. */
  readonly body?: string;
  readonly receivedAt: string;
};

export type WebhookResult = {
  readonly outcome: 'applied' | 'ignored';
  readonly reason: string;
};

/** When what became of a delivery was recorded. */
type At<Data> = Data & { at: string };

export type InboxEvent =
  | EventShape<'WebhookReceived', StoredWebhook>
  | EventShape<'WebhookApplied', At<{ outcome: WebhookResult['outcome']; reason: string }>>
  | EventShape<'WebhookAbandoned', At<{ reason: string; waitedMinutes: number }>>
  | EventShape<'WebhookDismissed', At<{ person: string; note: string }>>;

/** One delivery: what was kept of it, and what became of it, in order. */
export type InboxState = {
  readonly webhook: StoredWebhook | null;
  readonly endings: readonly InboxEvent['type'][];
};

const upcastInbox = upcastOf<InboxEvent>('webhook', {
  WebhookReceived: {
    personal: { facts: 'pseudonym', subject: 'pseudonym', body: 'sealed' },
    added: { apiVersion: null, unreadable: null },
  },
  WebhookApplied: { personal: {} },
  WebhookAbandoned: { personal: {} },
  WebhookDismissed: { personal: { person: 'staff', note: 'sealed' } },
});

/** What each type of event of a delivery tells of people. */
export const INBOX_PERSONAL = upcastInbox.personal;

const INBOX: StreamType<InboxEvent, InboxState> = {
  initial: { webhook: null, endings: [] },
  evolve: (state, event) =>
    event.type === 'WebhookReceived'
      ? { ...state, webhook: event.data }
      : { ...state, endings: [...state.endings, event.type] },
  upcast: upcastInbox,
  // A delivery has an id of its own: under the same one, the store would take a repeat for this
  // very append.
  eventId: ({ commandId }, { type }, { revision }) =>
    type === 'WebhookReceived' ? randomUUID() : eventIdOf(commandId, revision),
};

const NOTHING: StreamState<InboxState> = { state: INBOX.initial, revision: null };
const ONLY_KEPT: StreamState<InboxState> = { state: INBOX.initial, revision: 0n };

/** Whether a delivery waited for what it follows from until it was given up, and still is. */
export function isAbandoned({ endings }: InboxState): boolean {
  return endings.length === 1 && endings[0] === 'WebhookAbandoned';
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
    private readonly sealing: Sealing,
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
      facts: facts.map(storedFactOf),
      apiVersion,
      unreadable,
      ...(subject && { subject }),
      ...(proof && { proof }),
      bodySha256: body && createHash('sha256').update(body).digest('hex'),
      ...keptBody(body, this.sealing.isOn),
      receivedAt,
    };
    const received = { type: 'WebhookReceived', data: stored } as const;
    const closed = { outcome: 'ignored', reason, at: receivedAt } as const;
    const nothingToApply = facts.length === 0 && unreadable === null;
    const first: readonly InboxEvent[] = nothingToApply
      ? [received, { type: 'WebhookApplied', data: closed }]
      : [received];
    const state = await this.#change(stream, NOTHING, ({ webhook: known }) =>
      known === null ? first : [],
    );
    const isNews = state.webhook === stored;
    return isNews && !nothingToApply ? { stream, webhook: stored } : null;
  }

  /** What was kept of a delivery, and what became of it. */
  async read(stream: string): Promise<InboxState> {
    return (await readStream(this.eventStore, { stream, type: INBOX })).state;
  }

  /** Whether a delivery was kept. */
  async has(webhook: VerifiedWebhook): Promise<boolean> {
    for await (const _ of this.eventStore.read(streamOf(webhook), { maxCount: 1 })) return true;
    return false;
  }

  async close(stream: string, result: WebhookResult): Promise<void> {
    await this.#change(stream, ONLY_KEPT, ({ endings }) =>
      endings.length === 0 ? [this.#applied(result)] : [],
    );
  }

  /** It was given up, or cannot be read: from here on a person has to look. */
  async abandon(
    stream: string,
    waitedMinutes: number,
    reason = 'what it follows from never came',
  ): Promise<void> {
    const data = { reason, waitedMinutes, at: this.clock.nowIso };
    await this.#change(stream, ONLY_KEPT, ({ endings }) =>
      endings.length === 0 ? [{ type: 'WebhookAbandoned', data }] : [],
    );
  }

  /** An abandoned delivery was applied after all. */
  async reopen(stream: string, result: WebhookResult): Promise<void> {
    await this.#change(stream, null, (state) =>
      isAbandoned(state) ? [this.#applied(result)] : [],
    );
  }

  async dismiss(stream: string, by: { person: string; note: string }): Promise<void> {
    const dismissed = { type: 'WebhookDismissed', data: { ...by, at: this.clock.nowIso } } as const;
    await this.#change(stream, null, (state) => (isAbandoned(state) ? [dismissed] : []));
  }

  /** @param from what its stream holds by now, as far as that is known without a look. */
  async #change(
    stream: string,
    from: StreamState<InboxState> | null,
    decide: (state: InboxState) => readonly InboxEvent[],
  ): Promise<InboxState> {
    const commandId = idOf('webhook', stream);
    const cause = { client: 'provider', actor: 'webhook', commandId };
    const target = { stream, type: INBOX, ...(from && { from }) };
    return (await changeStream(this.eventStore, target, cause, decide)).state;
  }

  #applied(result: WebhookResult): InboxEvent {
    return { type: 'WebhookApplied', data: { ...result, at: this.clock.nowIso } };
  }
}
