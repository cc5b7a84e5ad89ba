import { ApiProperty } from '@nestjs/swagger';
import { ADJUSTMENT_STATUSES, type AdjustmentStatus } from '#journal';
import type { Plain } from '#projections';
import type { JournalAdjustment } from '../journal/journal.entity.js';
import { PostingResponse } from '../journal/journal.response.js';

const POSITION = { description: 'How far the view is.', example: '1042/1042' };

/** Who asked for an adjustment to be taken back, and who agreed. */
export class AdjustmentReversalResponse {
  @ApiProperty({ format: 'date-time' })
  effectiveAt!: string;

  reason!: string;

  proposedBy!: string;

  @ApiProperty({ format: 'date-time' })
  proposedAt!: string;

  /** Null where one person was enough, and while it waits. */
  approvedBy!: string | null;

  /** Null while it waits. */
  bookedAt!: string | null;
}

/** The last proposal that was taken back, of the adjustment or of its reversal. */
export class AdjustmentWithdrawnResponse {
  note!: string;

  withdrawnBy!: string;

  @ApiProperty({ format: 'date-time' })
  withdrawnAt!: string;
}

/** What people put into the books beside what follows from payments and payouts. */
export class AdjustmentResponse {
  adjustmentId!: string;

  /** In the books are `booked`, `reversal-proposed` and `reversed`, the last one both ways. */
  @ApiProperty({ enum: ADJUSTMENT_STATUSES })
  status!: AdjustmentStatus;

  @ApiProperty({ format: 'date-time' })
  effectiveAt!: string;

  reason!: string;

  about!: string | null;

  paymentId!: string | null;

  @ApiProperty({ type: [PostingResponse] })
  lines!: readonly PostingResponse[];

  proposedBy!: string;

  @ApiProperty({ format: 'date-time' })
  proposedAt!: string;

  /** Null where one person was enough, and while it waits. */
  approvedBy!: string | null;

  /** Null while it waits. */
  bookedAt!: string | null;

  @ApiProperty({ type: AdjustmentReversalResponse, nullable: true })
  reversal!: AdjustmentReversalResponse | null;

  @ApiProperty({ type: AdjustmentWithdrawnResponse, nullable: true })
  withdrawn!: AdjustmentWithdrawnResponse | null;
}

export class AdjustmentsResponse {
  items!: AdjustmentResponse[];

  /** Send as `cursor` for more. */
  nextCursor!: string | null;

  @ApiProperty(POSITION)
  position!: string;
}

/** What became of a request; send `position` as `minPosition` to read it in the views. */
export class AdjustmentAcceptedResponse {
  @ApiProperty({ format: 'uuid' })
  adjustmentId!: string;

  @ApiProperty({ enum: ADJUSTMENT_STATUSES })
  status!: AdjustmentStatus;

  /** Of the last event of the adjustment. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}

export function adjustmentResponse(row: Plain<JournalAdjustment>): AdjustmentResponse {
  const { opened: _opened, effectiveAt, proposedAt, bookedAt, ...rest } = row;
  return {
    ...rest,
    effectiveAt: effectiveAt.toISOString(),
    proposedAt: proposedAt.toISOString(),
    bookedAt: bookedAt?.toISOString() ?? null,
  };
}
