import type { CommandServiceTypes, ProjectionServiceTypes } from '#client';
import { queryText, type QueryValue } from './query-text.js';
import { send } from './transport.js';

/** The key under which lists of cases are kept. */
export const CASES = 'cases';

export type CaseRow = ProjectionServiceTypes.CaseResponse;
export type Case = ProjectionServiceTypes.OneCaseResponse;
export type Cases = ProjectionServiceTypes.CasesResponse;
export type PaymentState = CommandServiceTypes.PaymentResponse;
export type RecordedEvents = ProjectionServiceTypes.RecordedEventsResponse;
export type RecordedEvent = ProjectionServiceTypes.RecordedEventResponse;
export type Decision = CommandServiceTypes.ReviewRequest;

export type Query = Readonly<Record<string, QueryValue>>;

export async function cases(query: Query, signal?: AbortSignal): Promise<Cases> {
  return (await send({
    method: 'GET',
    path: `/v1/cases${queryText(query)}`,
    ...(signal && { signal }),
  })) as Cases;
}

export async function caseOf(paymentId: string, minPosition?: string): Promise<Case> {
  const path = `/v1/cases/${encodeURIComponent(paymentId)}${queryText({ minPosition })}`;
  return (await send({ method: 'GET', path })) as Case;
}

export async function eventsOf(paymentId: string): Promise<RecordedEvents> {
  const path = `/v1/payments/${encodeURIComponent(paymentId)}/events${queryText({ limit: 500 })}`;
  return (await send({ method: 'GET', path })) as RecordedEvents;
}

export type Taken = CommandServiceTypes.DeskResponse;

/** The next free case is leased to the caller; null when none is free. */
export async function takeNext(idempotencyKey: string): Promise<Taken | null> {
  const call = { method: 'POST', path: '/v1/cases/next', body: {}, idempotencyKey } as const;
  return ((await send(call)) as CommandServiceTypes.NextCaseResponse).taken;
}

/** Lets others have the case. */
export async function putBack(paymentId: string, idempotencyKey: string): Promise<Taken> {
  const path = `/v1/cases/${encodeURIComponent(paymentId)}/lease/release`;
  return (await send({ method: 'POST', path, body: {}, idempotencyKey })) as Taken;
}

/** @param idempotencyKey of this intent: the same again until an answer has come. */
export async function decide(
  paymentId: string,
  body: Decision,
  idempotencyKey: string,
): Promise<PaymentState> {
  const path = `/v1/payments/${encodeURIComponent(paymentId)}/review`;
  return (await send({ method: 'POST', path, body, idempotencyKey })) as PaymentState;
}

/** What can be recorded at a case besides its decision. */
export type CaseChange =
  | { readonly kind: 'note'; readonly body: CommandServiceTypes.NoteRequest }
  | { readonly kind: 'snooze'; readonly body: CommandServiceTypes.SnoozeRequest }
  | { readonly kind: 'assignment'; readonly body: CommandServiceTypes.AssignmentRequest }
  | {
      readonly kind: 'escalation' | `${'snooze' | 'assignment' | 'escalation'}-withdrawal`;
      readonly body: Along;
    };

type Along = CommandServiceTypes.OptionalNoteRequest;

const CHANGE_PATHS: Readonly<Record<CaseChange['kind'], string>> = {
  note: 'notes',
  snooze: 'snooze',
  'snooze-withdrawal': 'snooze/withdrawal',
  assignment: 'assignment',
  'assignment-withdrawal': 'assignment/withdrawal',
  escalation: 'escalation',
  'escalation-withdrawal': 'escalation/withdrawal',
};

export async function changeCase(
  paymentId: string,
  { kind, body }: CaseChange,
  idempotencyKey: string,
): Promise<Taken> {
  const path = `/v1/cases/${encodeURIComponent(paymentId)}/${CHANGE_PATHS[kind]}`;
  return (await send({ method: 'POST', path, body, idempotencyKey })) as Taken;
}

export type Links = ProjectionServiceTypes.LinksResponse;
