import type { Money } from '#money';
import {
  isMoneyEvent,
  MONEY_EVENTS,
  type EventOf,
  type Instant,
  type PaymentEvent,
  type ProviderName,
} from '#payments';

/** What became of money according to us: one event that moved it. */
export type Movement = {
  /** Our id of the capture or refund, or the provider's of a dispute's movement. */
  readonly operationId: string;
  /** Signed like the provider's books: captured is positive, refunded negative. */
  readonly amount: Money;
  /** What our events say the provider charged for it; null as long as they do not say. */
  readonly fee: Money | null;
  readonly at: Instant;
};

/** Both books meet under this. */
export type MatchKey = {
  readonly provider: ProviderName;
  readonly kind: 'capture' | 'refund' | 'dispute';
  /** The provider's object. */
  readonly reference: string;
};

/** What must be known of a payment's past to find the books' side of its next event. */
export type MovementContext = {
  readonly provider: ProviderName;
  /** References by our ids of captures and refunds; a dispute's is that of its capture. */
  readonly references: Readonly<Record<string, string>>;
};

/** Folds one event; null until the payment is initiated. Fold it after its movement is taken. */
export function evolveMovementContext(
  context: MovementContext | null,
  event: PaymentEvent,
): MovementContext | null {
  if (event.type === 'PaymentInitiated') return { provider: event.data.provider, references: {} };
  if (!context) return null;
  if (event.type === 'PaymentRerouted') return { ...context, provider: event.data.provider };
  if (event.type === 'PaymentCaptured') {
    return withReference(context, event.data.captureId, event.data.reference);
  }
  if (event.type === 'PaymentRefunded') {
    return withReference(context, event.data.refundId, event.data.reference);
  }
  if (event.type === 'DisputeOpened') {
    const reference = context.references[event.data.captureId];
    return reference === undefined
      ? context
      : withReference(context, event.data.disputeId, reference);
  }
  return context;
}

function withReference(context: MovementContext, id: string, reference: string): MovementContext {
  return { ...context, references: { ...context.references, [id]: reference } };
}

/** What one event says to the books: a movement of money, or the fee of an earlier one. */
export type LedgerRecord =
  | { readonly key: MatchKey; readonly movement: Movement }
  | { readonly key: MatchKey; readonly feeOf: string; readonly fee: Money };

const TELLING: ReadonlySet<string> = new Set(MONEY_EVENTS);

/** Whether events of this type say something to the books. */
export function isTelling(type: string): boolean {
  return TELLING.has(type);
}

/** Null for an event that no line of the books can meet. */
export function toldBy(event: PaymentEvent, context: MovementContext): LedgerRecord | null {
  if (!isMoneyEvent(event)) return null;
  const { provider } = context;
  switch (event.type) {
    case 'PaymentCaptured':
      return capture(event.data, provider);
    case 'ProviderFeeRecorded':
      return feeTold(event.data, context);
    case 'PaymentRefunded': {
      const { refundId: operationId, reference, amount, refundedAt: at } = event.data;
      return {
        key: { provider, kind: 'refund', reference },
        movement: { operationId, amount: amount.negated(), fee: null, at },
      };
    }
    // The provider books a refund that came back under the refund's own reference.
    case 'RefundReversed': {
      const { refundId, reference, amount, reversedAt: at } = event.data;
      return {
        key: { provider, kind: 'refund', reference },
        movement: { operationId: `${refundId} reversed`, amount, fee: null, at },
      };
    }
    case 'CaptureReversed': {
      const { captureId, reference, amount, reversedAt: at } = event.data;
      return {
        key: { provider, kind: 'dispute', reference },
        movement: {
          operationId: `${captureId} reversed`,
          amount: amount.negated(),
          fee: null,
          at,
        },
      };
    }
    case 'DisputeFundsWithdrawn':
    case 'DisputeFundsReinstated':
      return dispute(event, context);
  }
}

function capture(data: EventOf<'PaymentCaptured'>['data'], provider: ProviderName): LedgerRecord {
  const { captureId: operationId, reference, amount, capturedAt: at } = data;
  return {
    key: { provider, kind: 'capture', reference },
    movement: { operationId, amount, fee: null, at },
  };
}

/** A fee belongs to a capture, or to a refund with which some of it came back. */
function feeTold(
  { captureId, refundId, fee }: EventOf<'ProviderFeeRecorded'>['data'],
  { provider, references }: MovementContext,
): LedgerRecord | null {
  const feeOf = refundId ?? captureId;
  const reference = references[feeOf];
  const kind = refundId === undefined ? 'capture' : 'refund';
  return reference === undefined ? null : { key: { provider, kind, reference }, feeOf, fee };
}

/**
 * Stripe's books name the dispute; PayPal's number each movement by itself and name the disputed
 * capture.
 */
const DISPUTES_BOOKED_UNDER: Readonly<Record<ProviderName, 'dispute' | 'capture'>> = {
  stripe: 'dispute',
  paypal: 'capture',
};

function dispute(
  event: EventOf<'DisputeFundsWithdrawn' | 'DisputeFundsReinstated'>,
  { provider, references }: MovementContext,
): LedgerRecord {
  const { disputeId, movementReference: operationId, fee } = event.data;
  const named = DISPUTES_BOOKED_UNDER[provider] === 'capture' ? references[disputeId] : undefined;
  const reference = named ?? disputeId;
  const [amount, at] =
    event.type === 'DisputeFundsWithdrawn'
      ? [event.data.amount.negated(), event.data.withdrawnAt]
      : [event.data.amount, event.data.reinstatedAt];
  return {
    key: { provider, kind: 'dispute', reference },
    movement: { operationId, amount, fee, at },
  };
}
