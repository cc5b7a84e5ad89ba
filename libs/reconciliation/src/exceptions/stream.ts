import { upcastOf } from '#event-shapes';
import { Money, type MoneyJson } from '#money';
import type { ExceptionEvent, ExceptionEventType, Resolution } from './events.js';

/** Streams of the work on an exception start with this; its id follows. */
export const EXCEPTION_STREAM_PREFIX = 'exception-';

/** An exception is one object of a provider that the books do not agree on. */
export type ExceptionKey = {
  readonly provider: string;
  readonly kind: string;
  readonly reference: string;
};

/** Says which object it is, so that the id alone finds it. */
export function exceptionIdOf({ provider, kind, reference }: ExceptionKey): string {
  return `${provider}-${kind}-${reference}`;
}

/** Whether a text can be the id of one. */
export function isExceptionId(text: string): boolean {
  return ID.test(text);
}

/** No reference holds what PostgreSQL cannot keep: NUL, or half a pair of surrogates. */
const ID = /^([a-z]+)-([a-z]+)-([^\0\n\p{Cs}]+)$/u;

/** @throws RangeError for what is no id of an exception. */
export function exceptionKeyOf(exceptionId: string): ExceptionKey {
  const [, provider = '', kind = '', reference = ''] = ID.exec(exceptionId) ?? [];
  if (reference === '') throw new RangeError(`not the id of an exception: ${exceptionId}`);
  return { provider, kind, reference };
}

export function exceptionStream(exceptionId: string): string {
  return EXCEPTION_STREAM_PREFIX + exceptionId;
}

/** Notes and files are about objects of a provider, and of no payer that is known here. */
const upcastStored = upcastOf<ExceptionEvent>('exception', {
  ExceptionAssigned: { personal: { assignee: 'staff', assignedBy: 'staff' } },
  ExceptionInvestigated: { personal: { investigatedBy: 'staff' } },
  ExceptionNoted: { personal: { note: 'unsealed', notedBy: 'staff' } },
  ExceptionEvidenceAdded: { personal: { contentBase64: 'unsealed', addedBy: 'staff' } },
  ExceptionEscalated: { personal: { note: 'unsealed', escalatedBy: 'staff' } },
  ExceptionResolutionProposed: { personal: { proposedBy: 'staff' } },
  ExceptionResolutionRefused: { personal: { note: 'unsealed', refusedBy: 'staff' } },
  ExceptionResolved: { personal: { resolvedBy: 'staff', approvedBy: 'staff' } },
  ExceptionReopened: { personal: { note: 'unsealed', reopenedBy: 'staff' } },
});

export const EXCEPTION_EVENT_TYPES = Object.keys(upcastStored.personal) as ExceptionEventType[];

export const PERSONAL_OF_EXCEPTIONS = upcastStored.personal;

export function isExceptionEventType(type: string): type is ExceptionEventType {
  return Object.hasOwn(upcastStored.personal, type);
}

type StoredResolution = Omit<Resolution, 'amount'> & { readonly amount: MoneyJson | null };

/** Turns a stored event of any age into today's shape. @throws UnknownEvent */
export function upcastException(type: string, data: unknown): ExceptionEvent {
  const event = upcastStored(type, data);
  if (!('resolution' in event.data)) return event;
  const stored = event.data.resolution as unknown as StoredResolution;
  const amount = stored.amount === null ? null : Money.fromJSON(stored.amount);
  const resolution: Resolution = { ...stored, amount };
  return { ...event, data: { ...event.data, resolution } } as ExceptionEvent;
}
