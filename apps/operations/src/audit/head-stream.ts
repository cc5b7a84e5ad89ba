import { AUDIT_STREAM, upcastAudit, type AuditEvent } from '#audit';
import { idOf, recordEvent, type EventStore } from '#event-store';

export type KeptHead = AuditEvent['data'];

/** The latest first. */
export type HeadPage = { readonly heads: readonly KeptHead[]; readonly next: string | null };

/** The signed heads, as events of the store that they are about. */
export class HeadStream {
  constructor(private readonly eventStore: EventStore) {}

  /** The heads there are, the first one first. */
  async *all(): AsyncGenerator<KeptHead> {
    for await (const { type, data } of this.eventStore.read(AUDIT_STREAM)) {
      yield upcastAudit(type, data).data;
    }
  }

  async latest(): Promise<KeptHead | null> {
    const options = { direction: 'backwards', maxCount: 1 } as const;
    for await (const { type, data } of this.eventStore.read(AUDIT_STREAM, options)) {
      return upcastAudit(type, data).data;
    }
    return null;
  }

  /** @param cursor `next` of the page before. */
  async page(limit: number, cursor?: string): Promise<HeadPage> {
    const from = cursor === undefined ? ('end' as const) : BigInt(cursor);
    const options = { direction: 'backwards', from, maxCount: limit + 1 } as const;
    const heads: KeptHead[] = [];
    for await (const { type, data, revision } of this.eventStore.read(AUDIT_STREAM, options)) {
      if (heads.length === limit) return { heads, next: String(revision) };
      heads.push(upcastAudit(type, data).data);
    }
    return { heads, next: null };
  }

  /** Safe to repeat: the same head is stored once. */
  async append(head: KeptHead): Promise<void> {
    const commandId = idOf(AUDIT_STREAM, head.note);
    const cause = { client: 'operations', actor: 'operations', commandId };
    const eventId = () => commandId;
    const event = { type: 'CheckpointSigned', data: head } as const;
    await recordEvent<AuditEvent>(this.eventStore, { stream: AUDIT_STREAM, eventId }, cause, event);
  }
}
