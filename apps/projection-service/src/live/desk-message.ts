import { CASE_STREAM_PREFIX, type CaseEventType } from '#cases';
import { formatPosition, type RecordedEvent } from '#event-store';

/** What a stream of the desk says happened; `case-changed` says by `what`. */
export type DeskMessage = {
  readonly event: 'case-opened' | 'case-decided' | 'case-leased' | 'case-released' | 'case-changed';
  readonly paymentId: string;
  /** The type of the ledger's event. */
  readonly what: string;
  /** Null: no person did it. */
  readonly by: string | null;
  readonly at: string;
  /** Queries take it as `minPosition`; the message's id. */
  readonly position: string;
};

const OF_PAYMENTS: Readonly<Record<string, DeskMessage['event']>> = {
  PaymentHeldForReview: 'case-opened',
  ReviewApproved: 'case-decided',
  ReviewRejected: 'case-decided',
};

const OF_CASES: Readonly<Partial<Record<CaseEventType, DeskMessage['event']>>> = {
  CaseLeased: 'case-leased',
  CaseLeaseExtended: 'case-leased',
  CaseLeaseReleased: 'case-released',
};

/** Who did it, by the name that each type has for that. */
const PEOPLE = ['analyst', 'assignedBy', 'unassignedBy', 'escalatedBy', 'withdrawnBy'] as const;

/** What an event of the ledger says of the desk; null: nothing. */
export function deskMessageOf(recorded: RecordedEvent): DeskMessage | null {
  const { stream, type, data, position, recordedAt: at } = recorded;
  const isOfCase = stream.startsWith(CASE_STREAM_PREFIX);
  const event = isOfCase ? (OF_CASES[type as CaseEventType] ?? 'case-changed') : OF_PAYMENTS[type];
  if (event === undefined) return null;
  const fields = data as Readonly<Record<string, unknown>>;
  const by = PEOPLE.map((name) => fields[name]).find((value) => typeof value === 'string');
  const paymentId = String(fields['paymentId']);
  const what = type;
  return { event, paymentId, what, by: by ?? null, at, position: formatPosition(position) };
}

/** As server-sent events write it: its place in the store is its id. */
export function textOf({ event, ...data }: DeskMessage): string {
  return `id: ${data.position}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
