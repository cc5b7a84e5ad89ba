import { Money, type MoneyJson } from '#money';
import { NO_PAYMENT, upcast, type EventOf, type Payment } from '#payments';

/** Maps as lists of entries, sets as lists, Money as JSON: a folded payment as a row keeps it. */
type Stored<Value> = Value extends Money
  ? MoneyJson
  : Value extends ReadonlyMap<infer Key, infer Item>
    ? readonly (readonly [Key, Stored<Item>])[]
    : Value extends ReadonlySet<infer Item>
      ? readonly Item[]
      : Value extends object
        ? { readonly [Field in keyof Value]: Stored<Value[Field]> }
        : Value;

type Risk = EventOf<'RiskAssessed'>['data'] | null;

export type PaymentJson = Stored<Omit<Payment, 'initiated' | 'risk' | 'lateRisk'>> & {
  readonly initiated: object;
  readonly risk: Risk;
  readonly lateRisk: Risk;
};

export function toJson({ initiated, risk, lateRisk, ...state }: Payment): PaymentJson {
  return {
    ...(stored(state) as Stored<typeof state>),
    initiated: { ...initiated, amount: initiated?.amount.toJSON() },
    risk: withoutFeatures(risk),
    lateRisk: withoutFeatures(lateRisk),
  };
}

/** The feature vector is in the event, and no query shows it. */
function withoutFeatures(risk: Risk): Risk {
  return risk && { ...risk, features: null };
}

/** Rows written before a field existed hold what it is in a new payment. */
export function fromJson({ initiated, risk, lateRisk, ...json }: PaymentJson): Payment {
  const state: Record<string, unknown> = { ...NO_PAYMENT };
  for (const [field, value] of Object.entries(json)) {
    state[field] = revived(value, NO_PAYMENT[field as keyof Payment]);
  }
  return {
    ...(state as Payment),
    initiated: upcast('PaymentInitiated', initiated).data as EventOf<'PaymentInitiated'>['data'],
    risk,
    lateRisk,
  };
}

function stored(value: unknown): unknown {
  if (value instanceof Money) return value.toJSON();
  if (value instanceof Map) {
    const entries = [...(value as ReadonlyMap<string, unknown>)];
    return entries.map(([key, item]) => [key, stored(item)]);
  }
  if (value instanceof Set) return [...(value as ReadonlySet<string>)];
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, stored(item)]));
}

/** @param pattern what the field is in a new payment: it tells maps and sets from plain data. */
function revived(value: unknown, pattern: unknown): unknown {
  if (pattern instanceof Map) {
    return new Map((value as [string, unknown][]).map(([key, item]) => [key, withMoney(item)]));
  }
  return pattern instanceof Set ? new Set(value as string[]) : withMoney(value);
}

function withMoney(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const { amount, currency } = value;
  const isMoney = typeof amount === 'string' && typeof currency === 'string';
  if (isMoney) return Money.fromJSON(value as MoneyJson);
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, withMoney(item)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
