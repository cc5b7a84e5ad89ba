import { Money, type MoneyJson } from '#money';
import {
  upcast,
  type Authorisation,
  type Capture,
  type EventOf,
  type Payment,
  type Refund,
} from '#payments';

type Stored<Data> = Omit<Data, 'amount'> & { readonly amount: MoneyJson };

/** A folded payment as a row keeps it: maps as lists, Money as JSON. */
export type PaymentJson = {
  readonly initiated: object;
  readonly risk: EventOf<'RiskAssessed'>['data'] | null;
  readonly review: Payment['review'];
  readonly authorisation: Stored<Authorisation> | null;
  readonly captures: readonly (readonly [string, Stored<Capture>])[];
  readonly refunds: readonly (readonly [string, Stored<Refund>])[];
  readonly void: Payment['void'];
  readonly unknown: readonly string[];
};

/** The feature vector is left out: it is in the event, and no query shows it. */
export function toJson(payment: Payment): PaymentJson {
  const { initiated, risk, review, authorisation, captures, refunds, unknown } = payment;
  return {
    initiated: { ...initiated, amount: initiated?.amount.toJSON() },
    risk: risk && { ...risk, features: null },
    review,
    authorisation: authorisation && withJson(authorisation),
    captures: [...captures].map(([id, capture]) => [id, withJson(capture)] as const),
    refunds: [...refunds].map(([id, refund]) => [id, withJson(refund)] as const),
    void: payment.void,
    unknown: [...unknown],
  };
}

export function fromJson(json: PaymentJson): Payment {
  const { risk, review, authorisation, captures, refunds, unknown } = json;
  return {
    initiated: upcast('PaymentInitiated', json.initiated)
      .data as EventOf<'PaymentInitiated'>['data'],
    risk,
    review,
    authorisation: authorisation && withMoney(authorisation),
    captures: new Map(captures.map(([id, capture]) => [id, withMoney(capture)])),
    refunds: new Map(refunds.map(([id, refund]) => [id, withMoney(refund)])),
    void: json.void,
    unknown: new Set(unknown),
  };
}

function withJson<Data extends { readonly amount: Money }>(data: Data): Stored<Data> {
  return { ...data, amount: data.amount.toJSON() };
}

function withMoney<Data>(data: Stored<Data>): Data {
  return { ...data, amount: Money.fromJSON(data.amount) } as Data;
}
