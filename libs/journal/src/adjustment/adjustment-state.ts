import {
  adjustmentStream,
  upcastAdjustment,
  type AdjustmentEvent,
  type ManualAdjustment,
} from './adjustment-events.js';

export const ADJUSTMENT_STATUSES = [
  'proposed',
  'booked',
  'withdrawn',
  'reversal-proposed',
  'reversed',
] as const;

export type AdjustmentStatus = (typeof ADJUSTMENT_STATUSES)[number];

type Waiting = ManualAdjustment & { readonly proposedBy: string };

/** Where one adjustment stands. */
export type AdjustmentState = {
  /** Null until it is asked for. */
  readonly status: AdjustmentStatus | null;
  readonly asked: ManualAdjustment | null;
  /** What a second person would let into the books. */
  readonly waiting: Waiting | null;
};

export const NO_ADJUSTMENT: AdjustmentState = { status: null, asked: null, waiting: null };

/** Folds one event of the stream, in stream order. */
export function evolveAdjustment(
  state: AdjustmentState,
  { type, data }: AdjustmentEvent,
): AdjustmentState {
  switch (type) {
    case 'JournalAdjustmentProposed':
      return { status: 'proposed', asked: data, waiting: data };
    case 'JournalAdjustmentBooked':
      return { status: 'booked', asked: data, waiting: null };
    case 'JournalReversalProposed':
      return { ...state, status: 'reversal-proposed', waiting: data };
    case 'JournalAdjustmentReversed':
      return { ...state, status: 'reversed', waiting: null };
    case 'JournalProposalWithdrawn':
      return { ...state, status: beforeProposal(state), waiting: null };
  }
}

function beforeProposal({ status }: AdjustmentState): AdjustmentStatus {
  return status === 'reversal-proposed' ? 'booked' : 'withdrawn';
}

export const ADJUSTMENT_STREAM_TYPE = {
  initial: NO_ADJUSTMENT,
  evolve: evolveAdjustment,
  upcast: upcastAdjustment,
};

/** The stream of one adjustment, to be read and changed. */
export function adjustmentTarget(adjustmentId: string): {
  readonly stream: string;
  readonly type: typeof ADJUSTMENT_STREAM_TYPE;
} {
  return { stream: adjustmentStream(adjustmentId), type: ADJUSTMENT_STREAM_TYPE };
}
