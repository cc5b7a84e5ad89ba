import { Money } from '#money';
import type { PaymentEvent } from '#payments';
import { evolveMovementContext, type MovementContext } from '#reconciliation';

/** What the journal must know of a payment's past to book its next event. */
export type JournalContext = MovementContext & {
  readonly merchantId: string;
  /** What the issuer still holds for us. */
  readonly held: Money;
};

/** Folds one event; null until the payment is initiated. Fold it after booking the event. */
export function evolveContext(
  context: JournalContext | null,
  event: PaymentEvent,
): JournalContext | null {
  const movements = evolveMovementContext(context, event);
  if (movements === null) return null;
  if (event.type === 'PaymentInitiated') {
    const { merchantId, amount } = event.data;
    return { ...movements, merchantId, held: Money.zero(amount.currency) };
  }
  return context && { ...context, ...movements, held: heldAfter(context, event) };
}

function heldAfter({ held }: JournalContext, { type, data }: PaymentEvent): Money {
  if (type === 'PaymentAuthorised') return held.plus(data.amount);
  if (type === 'AuthorisationIncremented' || type === 'PaymentReauthorised') {
    return held.plus(data.increase);
  }
  if (type === 'PaymentCaptured') return held.minus(releasedBy(held, data));
  if (type === 'PaymentVoided' || type === 'AuthorisationExpired') return held.minus(held);
  return held;
}

/**
 * What a capture takes off the hold: its amount, or all of it when it is the last one. Never more
 * than is held, since a capture may become known before its authorisation; nothing for money of
 * another currency, which contradicts the payment and is booked as the provider took it.
 */
export function releasedBy(
  held: Money,
  { amount, final }: { readonly amount: Money; readonly final: boolean },
): Money {
  if (amount.currency !== held.currency) return final ? held : held.minus(held);
  return final || amount.isGreaterThan(held) ? held : amount;
}
