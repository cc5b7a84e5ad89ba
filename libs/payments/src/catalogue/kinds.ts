import type { PersonalFields } from '#event-shapes';
import type { Intent } from '../payment/initiation.js';
import type { Payment } from '../payment/payment.js';
import type { Instant } from '../payment/vocabulary.js';
import { PAYMENT_EVENTS } from './catalogue.js';
import type { NextStep, PromiseId } from './entry.js';
import type { EventOf, PaymentEvent, PaymentEventType } from './events.js';

type Catalogue = typeof PAYMENT_EVENTS;

/** The types whose entries have this, as in `TypesWith<{ moves: 'money' }>`. */
export type TypesWith<Part> = {
  [Type in PaymentEventType]: Catalogue[Type] extends Part ? Type : never;
}[PaymentEventType];

export const PAYMENT_EVENT_TYPES = Object.keys(PAYMENT_EVENTS) as PaymentEventType[];

export function isPaymentEventType(type: string): type is PaymentEventType {
  return Object.hasOwn(PAYMENT_EVENTS, type);
}

/** What an entry of the catalogue says, of whichever type of event. */
type EventKind = {
  /** The fields that hold Money. */
  readonly money: readonly string[];
  readonly personal: PersonalFields;
  readonly added: object | undefined;
  readonly opens: PromiseId | undefined;
  readonly settles: PromiseId | null | undefined;
  readonly isRefusal: boolean;
  readonly moves: 'nothing' | 'hold' | 'money' | undefined;
  readonly ends: string | undefined;
  readonly nextStep: NextStep<never> | undefined;
  readonly evolve: (payment: Payment, data: never) => Payment;
};

const KINDS = Object.fromEntries(
  PAYMENT_EVENT_TYPES.map((type) => [type, kindFrom(PAYMENT_EVENTS[type])]),
) as Readonly<Record<PaymentEventType, EventKind>>;

function kindFrom(entry: AnyEntry): EventKind {
  const { fields, refusal: isRefusal = false, personal, added, opens, settles } = entry;
  const { moves, ends, nextStep, evolve } = entry;
  const money = Object.keys(fields);
  return { money, personal, added, opens, settles, isRefusal, moves, ends, nextStep, evolve };
}

type AnyEntry = Partial<Omit<EventKind, 'money' | 'isRefusal'>> &
  Pick<EventKind, 'evolve' | 'personal'> & {
    readonly fields: Readonly<Record<string, 'money'>>;
    readonly refusal?: true;
  };

export function kindOf(type: PaymentEventType): EventKind {
  return KINDS[type];
}

/** What each type of event tells of people. */
export const PERSONAL_OF_PAYMENTS = Object.fromEntries(
  PAYMENT_EVENT_TYPES.map((type) => [type, KINDS[type].personal]),
) as Readonly<Record<PaymentEventType, PersonalFields>>;

/** Whether the provider or the issuer said no. */
export function isRefusal({ type }: PaymentEvent): boolean {
  return KINDS[type].isRefusal;
}

/** The id of the promise that an event opens; null when it opens none. */
export function openedBy(event: PaymentEvent): string | null {
  return textIn(event, KINDS[event.type].opens);
}

/** The id of the promise that an event is the outcome of; null when it is none. */
export function settledBy(event: PaymentEvent): string | null {
  return textIn(event, KINDS[event.type].settles);
}

/** When a payment ended by an event; null for every other event. */
export function endedAtBy(event: PaymentEvent): Instant | null {
  return textIn(event, KINDS[event.type].ends);
}

/** Whether the payment takes a step by itself after an event; null: as it did before. */
export function isStepDueAfter(
  { type, data }: PaymentEvent,
  intent: Intent | null,
): boolean | null {
  const { nextStep } = KINDS[type];
  if (nextStep === undefined) return false;
  if (nextStep === 'unchanged') return null;
  if (nextStep === 'due-when-capturing') return intent === 'capture' || intent === null;
  return nextStep === 'due' || nextStep(data as never, intent);
}

/** The events after which a payment goes no further: what waits for a decision waits for none. */
export const ENDING_EVENTS = PAYMENT_EVENT_TYPES.filter(
  (type): type is TypesWith<{ ends: string }> => KINDS[type].ends !== undefined,
);

function textIn({ data }: PaymentEvent, field: string | null | undefined): string | null {
  if (field === null || field === undefined) return null;
  const text = (data as Readonly<Record<string, unknown>>)[field];
  return typeof text === 'string' ? text : null;
}

type MoneyEventType = TypesWith<{ moves: 'money' }>;

/** The events that move money at the provider, and so meet a line of its books. */
export const MONEY_EVENTS = PAYMENT_EVENT_TYPES.filter(
  (type): type is MoneyEventType => KINDS[type].moves === 'money',
);

export function isMoneyEvent(event: PaymentEvent): event is EventOf<MoneyEventType> {
  return KINDS[event.type].moves === 'money';
}
