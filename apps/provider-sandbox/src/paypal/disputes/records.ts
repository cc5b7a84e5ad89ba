import type { Currency } from '#money';

export const DISPUTE_STAGES = ['INQUIRY', 'CHARGEBACK', 'PRE_ARBITRATION', 'ARBITRATION'] as const;

export type DisputeStage = (typeof DISPUTE_STAGES)[number];

export const DISPUTE_OUTCOMES = [
  'RESOLVED_BUYER_FAVOUR',
  'RESOLVED_SELLER_FAVOUR',
  'RESOLVED_WITH_PAYOUT',
  'CANCELED_BY_BUYER',
] as const;

export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** Money that a dispute moved between PayPal and the seller. */
export type DisputeMovement = {
  readonly id: string;
  readonly type: 'DEBIT' | 'CREDIT';
  readonly reason: 'DISPUTE_SETTLEMENT' | 'DISPUTE_FEE' | 'CHARGEBACK_FEE';
  readonly amount: bigint;
  readonly at: string;
};

export type PayPalDispute = {
  readonly id: string;
  readonly captureId: string;
  /** What else it is over, of this or other orders; absent: nothing. */
  readonly furtherCaptureIds?: readonly string[];
  readonly orderId: string;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly reason: string;
  readonly status:
    | 'OPEN'
    | 'WAITING_FOR_SELLER_RESPONSE'
    | 'WAITING_FOR_BUYER_RESPONSE'
    | 'UNDER_REVIEW'
    | 'RESOLVED';
  readonly stage: DisputeStage;
  /** EXTERNAL: through the payer's bank, not through PayPal. */
  readonly channel: 'INTERNAL' | 'EXTERNAL';
  readonly movements: readonly DisputeMovement[];
  readonly outcome: DisputeOutcome | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The seller must have answered by then, or it is lost. */
  readonly dueMs: number;
};

/** Every capture that a dispute is over. */
export function capturesOf({ captureId, furtherCaptureIds = [] }: PayPalDispute): string[] {
  return [captureId, ...furtherCaptureIds];
}
