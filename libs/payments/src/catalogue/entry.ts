import type { Personal } from '#event-shapes';
import type { Money } from '#money';
import type { Intent } from '../payment/initiation.js';
import type { Payment } from '../payment/payment.js';
import type { OperationId } from '../payment/vocabulary.js';
import type { EventOf, PaymentEventType } from './events.js';

/** The field that identifies what an event opens: an operation's attempt, or a contradiction. */
export type PromiseId = OperationId | 'contradictionId';

type DataOf<Type extends PaymentEventType> = EventOf<Type>['data'];

/** The fields that a promise of this event may be named by. */
type PromiseIdOf<Type extends PaymentEventType> = keyof DataOf<Type> & PromiseId;

/** The type demands every field of Money. */
type Fields<Data> = {
  readonly [Field in keyof Data as Data[Field] extends Money ? Field : never]: 'money';
};

/** An outcome settles the promise of its id; null: the promise stays as it is. */
type Settling<Type extends PaymentEventType> = {
  readonly settles: PromiseIdOf<Type> | null;
  readonly opens?: undefined;
};

/** An event that carries the id of a promise has to say what it does to it. */
type PromiseRole<Type extends PaymentEventType> = Type extends `${string}Requested`
  ? Opening<Type>
  : [PromiseIdOf<Type>] extends [never]
    ? { readonly opens?: undefined; readonly settles?: undefined } & Effect
    : Opening<Type> | (Settling<Type> & (Effect | Refusing));

/** What follows from it once it is recorded. */
type Effect = {
  /** `money`: at the provider; `hold`: only what the issuer keeps for us. */
  readonly moves: 'nothing' | 'hold' | 'money';
  readonly refusal?: undefined;
};

/** A promise moves nothing before its outcome. */
type Opening<Type extends PaymentEventType> = {
  readonly opens: PromiseIdOf<Type>;
  readonly settles?: undefined;
  readonly moves?: undefined;
  readonly refusal?: undefined;
};

/** The provider or the issuer said no. */
type Refusing = { readonly refusal: true; readonly moves?: undefined };

/** Clients get no message about the event itself. */
export type Untold = { readonly untold: string };

/**
 * Whether a payment takes a step by itself after an event. `unchanged`: if it did before. The
 * intent is null where it is not at hand: a payment is then looked at once rather than never.
 */
export type NextStep<Data> =
  'due' | 'due-when-capturing' | 'unchanged' | ((data: Data, intent: Intent | null) => boolean);

/** All that the ledger has to know of one type of event. */
export type EventEntry<Type extends PaymentEventType> = PromiseRole<Type> & {
  /** The fields that are read as Money. */
  readonly fields: Fields<DataOf<Type>>;
  /** Has to be said, if only `{}`: what it tells of people, and so how it is kept. */
  readonly personal: Personal<DataOf<Type>>;
  /** What fields that came later mean in events that were stored before them. */
  readonly added?: Readonly<Partial<DataOf<Type>>>;
  /** The payment goes no further after it: the field that says since when. */
  readonly ends?: keyof DataOf<Type>;
  /** Absent: the payment rests after it. */
  readonly nextStep?: NextStep<DataOf<Type>>;
  /** The type of the message that clients get about it, or why they get none. Names are API. */
  readonly announced: `${'payment' | 'dispute'}.${string}` | Untold;
  /** The payment after the event. What it settles is no longer unknown; no fold has to say so. */
  readonly evolve: (payment: Payment, data: DataOf<Type>) => Payment;
};
