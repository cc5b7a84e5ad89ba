import { UnknownEvent } from '#event-shapes';
import { Money, type MoneyJson } from '#money';
import type { PaymentEvent } from './events.js';
import { isPaymentEventType, kindOf } from './kinds.js';

/**
 * Turns a stored event of any age into today's shape. No other code knows of old shapes.
 *
 * @throws UnknownEvent for a type that is not a payment's.
 * @throws InvalidMoney when a stored amount is not exact: the store was tampered with.
 */
export function upcast(type: string, data: unknown): PaymentEvent {
  if (!isPaymentEventType(type)) throw new UnknownEvent(`not a payment event: ${type}`);
  const { added, money } = kindOf(type);
  const shaped: Record<string, unknown> = { ...added, ...(data as object) };
  for (const field of money) shaped[field] = Money.fromJSON(shaped[field] as MoneyJson);
  return { type, data: shaped } as unknown as PaymentEvent;
}
