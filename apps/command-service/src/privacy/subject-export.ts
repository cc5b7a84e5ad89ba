import { Injectable } from '@nestjs/common';
import { caseStream } from '#cases';
import { EventStore, type RecordedEvent } from '#event-store';
import { paymentStream } from '#payments';
import { Clock } from '#platform';
import { WEBHOOK_STREAM_PREFIX } from '../webhooks/webhook-inbox.js';
import { SubjectPayments, type Subject } from './subject-payments.js';

export type ExportedEvent = {
  readonly type: string;
  readonly recordedAt: string;
  readonly data: object;
};

export type ExportedPayment = {
  readonly paymentId: string;
  readonly events: readonly ExportedEvent[];
  /** What analysts wrote to its case. */
  readonly caseEvents: readonly ExportedEvent[];
  /** What providers delivered about it, as they wrote it. */
  readonly deliveries: readonly ExportedEvent[];
};

/** All that is kept of one customer. */
export type SubjectExport = Subject & {
  readonly exportedAt: string;
  readonly payments: readonly ExportedPayment[];
};

type Data = {
  readonly facts?: readonly { readonly paymentId?: unknown }[];
  readonly subject?: { readonly paymentId?: unknown };
};

/** Collects what a subject may ask to see. */
@Injectable()
export class SubjectExports {
  constructor(
    private readonly eventStore: EventStore,
    private readonly payments: SubjectPayments,
    private readonly clock: Clock,
  ) {}

  async of(subject: Subject): Promise<SubjectExport> {
    const ids = (await this.payments.of(subject)).map(({ paymentId }) => paymentId);
    const deliveries = await this.#deliveriesOf(new Set(ids));
    const payments: ExportedPayment[] = [];
    for (const paymentId of ids) {
      payments.push({
        paymentId,
        events: await this.#eventsOf(paymentStream(paymentId)),
        caseEvents: await this.#eventsOf(caseStream(paymentId)),
        deliveries: deliveries.get(paymentId) ?? [],
      });
    }
    return { ...subject, exportedAt: this.clock.nowIso, payments };
  }

  async #eventsOf(stream: string): Promise<ExportedEvent[]> {
    const events: ExportedEvent[] = [];
    for await (const event of this.eventStore.read(stream)) events.push(exported(event));
    return events;
  }

  async #deliveriesOf(paymentIds: ReadonlySet<string>): Promise<Map<string, ExportedEvent[]>> {
    const found = new Map<string, ExportedEvent[]>();
    if (paymentIds.size === 0) return found;
    const webhooks = this.eventStore.readAll({ streamPrefixes: [WEBHOOK_STREAM_PREFIX] });
    for await (const event of webhooks) {
      const { facts = [], subject } = event.data as Data;
      for (const paymentId of new Set([...facts, subject].map((each) => each?.paymentId))) {
        if (typeof paymentId !== 'string' || !paymentIds.has(paymentId)) continue;
        found.set(paymentId, [...(found.get(paymentId) ?? []), exported(event)]);
      }
    }
    return found;
  }
}

function exported({ type, recordedAt, data }: RecordedEvent): ExportedEvent {
  return { type, recordedAt, data: data as object };
}
