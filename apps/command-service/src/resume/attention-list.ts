import { readFile } from 'node:fs/promises';
import {
  comparePositions,
  formatPosition,
  type Mark,
  markOf,
  parsePosition,
  POSITION_START,
  type RecordedEvent,
} from '#event-store';
import {
  attend,
  isPaymentEventType,
  PAYMENT_STREAM_PREFIX,
  upcast,
  type Attention,
} from '#payments';
import { replaceFile } from '#platform';
import { WEBHOOK_STREAM_PREFIX } from '../webhooks/webhook-inbox.js';

type Snapshot = {
  readonly rules: number;
  readonly position: string;
  /** Of the event there; absent in snapshots that kept the position only. */
  readonly eventId?: string | null;
  readonly entries: [string, Entry][];
};

/** Raised when `attend` learns to see more, so that history is read again. */
const RULES = 2;

export type Unfinished = Omit<Attention, 'intent'> & { readonly stream: string };

type Entry = Attention & {
  /** Not to look before, although something is open since longer. */
  readonly lookAt?: string;
};

/** A person has to look; looking again by ourselves would find the same. */
export const ABANDONED = 'abandoned';

/** What is left to do after each event of a delivery; nothing after any other. */
const OPEN_OF_WEBHOOK: Readonly<Record<string, string>> = {
  WebhookReceived: 'apply',
  WebhookAbandoned: ABANDONED,
};

/**
 * An event of the payment cannot be read: a program that can dismisses it, until then a person
 * looks.
 */
export const UNREADABLE = 'unreadable-event';

function attendOrName(
  known: Attention | null,
  { type, data, recordedAt }: Pick<RecordedEvent, 'type' | 'data' | 'recordedAt'>,
): Attention | null {
  try {
    return attend(known, upcast(type, data), recordedAt);
  } catch {
    const open = [...new Set(known?.open).add(UNREADABLE)];
    const { intent = null, deadline = null } = known ?? {};
    return { intent, open, deadline, since: recordedAt };
  }
}

/**
 * The streams that somebody must look after: open promises, steps not taken, deliveries not
 * applied. Follows the whole store, holds only what is unfinished.
 */
export class AttentionList {
  readonly #entries = new Map<string, Entry>();
  #mark: Mark | null = null;

  /** The last event that it knows of; null: none. */
  get mark(): Mark | null {
    return this.#mark;
  }

  /** How many are unfinished at an instant. */
  count(now: string): number {
    return this.#unfinished(now).length;
  }

  /** Deliveries that a person has to look at. */
  get abandoned(): number {
    return [...this.#entries.values()].filter(({ open }) => open.includes(ABANDONED)).length;
  }

  observe(event: RecordedEvent): void {
    const { stream, type, data, position, recordedAt } = event;
    if (this.#mark && comparePositions(position, this.#mark.position) <= 0) return;
    this.#mark = markOf(event);
    const known = this.#entries.get(stream) ?? null;
    let next: Attention | null = known;
    if (stream.startsWith(PAYMENT_STREAM_PREFIX) && isPaymentEventType(type)) {
      next = attendOrName(known, { type, data, recordedAt });
    } else if (stream.startsWith(WEBHOOK_STREAM_PREFIX)) {
      const open = OPEN_OF_WEBHOOK[type];
      next = open ? { intent: null, open: [open], deadline: null, since: recordedAt } : null;
    }
    if (next) this.#entries.set(stream, next);
    else this.#entries.delete(stream);
  }

  /** Streams that nothing happened on since an instant, oldest first. */
  quietSince(instant: string): string[] {
    return [...this.#entries]
      .filter(([, { since, lookAt = since, open }]) => {
        return lookAt <= instant && !open.includes(ABANDONED);
      })
      .sort(([, a], [, b]) => (a.since < b.since ? -1 : 1))
      .map(([stream]) => stream);
  }

  /** What is unfinished at an instant, the longest quiet first. */
  oldest(limit: number, now: string): Unfinished[] {
    return this.#unfinished(now)
      .map(([stream, { open, since, deadline }]) => ({ stream, open, since, deadline }))
      .sort((a, b) => (a.since < b.since ? -1 : 1))
      .slice(0, limit);
  }

  /** All but the healthy ones, which rest until their time is over. */
  #unfinished(now: string): (readonly [string, Entry])[] {
    return [...this.#entries].filter(([, { open, since }]) => open.length > 0 || since <= now);
  }

  /** Somebody looked and found nothing to do; what waits for a person stays. */
  dismiss(stream: string): void {
    const known = this.#entries.get(stream);
    if (!known?.open.includes(ABANDONED)) this.#entries.delete(stream);
  }

  /** Looks again later. */
  postpone(stream: string, until: string): void {
    const known = this.#entries.get(stream);
    if (known) this.#entries.set(stream, { ...known, lookAt: until });
  }

  async save(file: string): Promise<void> {
    const snapshot: Snapshot = {
      rules: RULES,
      position: formatPosition(this.#mark?.position ?? POSITION_START),
      eventId: this.#mark?.eventId ?? null,
      entries: [...this.#entries],
    };
    await replaceFile(file, JSON.stringify(snapshot));
  }

  /** A missing, torn or older snapshot costs a replay from the start, nothing else. */
  static async load(file: string): Promise<AttentionList> {
    const list = new AttentionList();
    try {
      const snapshot = JSON.parse(await readFile(file, 'utf8')) as Snapshot;
      const { rules, eventId = null, entries } = snapshot;
      if (rules !== RULES) return list;
      const position = parsePosition(snapshot.position);
      const begun = comparePositions(position, POSITION_START) > 0;
      list.#mark = begun ? { position, eventId } : null;
      for (const [stream, attention] of entries) list.#entries.set(stream, attention);
      return list;
    } catch {
      return new AttentionList();
    }
  }
}
