import { ApiProperty } from '@nestjs/swagger';
import { MoneyResponse } from '#payment-api';
import { PROVIDERS } from '#provider-port';
import {
  AGE_BUCKETS,
  EXCEPTION_KINDS,
  EXCEPTION_STATES,
  MATCH_RULES,
  RESOLUTION_REASONS,
  SETTLED_STATUSES,
  SEVERITIES,
} from '#reconciliation';
import { ListResponse } from '../lists/list.response.js';
import { OurMovementResponse, TheirLineResponse } from './reconciliation.response.js';

/** One object of a provider that the books do not agree on. */
export class ExceptionResponse {
  /** The object: its provider, kind and id. */
  @ApiProperty({ example: 'stripe-capture-ch_3Pq' })
  exceptionId!: string;

  @ApiProperty({ enum: EXCEPTION_KINDS })
  kind!: string;

  @ApiProperty({ enum: EXCEPTION_STATES })
  state!: string;

  /** `bank` for a line of our bank that no payout explains. */
  @ApiProperty({ enum: [...PROVIDERS, 'bank'] })
  provider!: string;

  paymentId!: string | null;

  /** Theirs less ours, or all of it where a side is missing; null where nothing is known of it. */
  atStake!: MoneyResponse | null;

  /** Of its last movement. */
  @ApiProperty({ format: 'date-time' })
  since!: string;

  @ApiProperty({ enum: AGE_BUCKETS.map(({ bucket }) => bucket) })
  ageDays!: string;

  @ApiProperty({ enum: SEVERITIES })
  severity!: string;

  @ApiProperty({ format: 'date-time' })
  dueAt!: string;

  /** Its time is over, and it is not resolved. */
  isOverdue!: boolean;

  assignee!: string | null;

  /** How many changes people made. */
  @ApiProperty({ type: 'integer' })
  revision!: number;
}

export class ExceptionsResponse extends ListResponse {
  @ApiProperty({ type: [ExceptionResponse] })
  items!: ExceptionResponse[];
}

export class RejectedResponse {
  id!: string;

  @ApiProperty({ enum: ['met-another', 'other-currency', 'other-amount', 'further-apart'] })
  why!: string;
}

/** Why two sides are one: the same events and rule set give it again. */
export class CertificateResponse {
  @ApiProperty({ enum: MATCH_RULES })
  rule!: string;

  /** Version of the rule set. */
  @ApiProperty({ type: 'integer' })
  ruleSet!: number;

  @ApiProperty({ enum: ['one-to-one', 'one-to-many', 'many-to-one', 'many-to-many'] })
  shape!: string;

  /** Theirs less ours, by currency, where it is not zero. */
  @ApiProperty({ type: [MoneyResponse] })
  residual!: MoneyResponse[];

  /** The same of fees. */
  @ApiProperty({ type: [MoneyResponse] })
  feeResidual!: MoneyResponse[];

  /** The first candidates that were not taken. */
  @ApiProperty({ type: [RejectedResponse] })
  rejected!: RejectedResponse[];

  /** How many there were. */
  @ApiProperty({ type: 'integer' })
  rejectedCount!: number;
}

export class FindingResponse {
  @ApiProperty({ enum: [...SETTLED_STATUSES, ...EXCEPTION_KINDS] })
  status!: string;

  ours!: string[];

  theirs!: string[];

  atStake!: MoneyResponse;

  /** Null where nothing met. */
  certificate!: CertificateResponse | null;
}

/** Another exception with the same amount, near in time; nothing follows from it by itself. */
export class SuggestionResponse {
  exceptionId!: string;

  /** 45 to 90: the nearer in time, the higher. */
  @ApiProperty({ type: 'integer' })
  score!: number;
}

export class ExceptionNoteResponse {
  note!: string;

  notedBy!: string;

  @ApiProperty({ format: 'date-time' })
  notedAt!: string;
}

export class ExceptionEvidenceResponse {
  name!: string;

  mediaType!: string;

  /** SHA-256 of the content, in hex. */
  contentHash!: string;

  @ApiProperty({ type: 'integer' })
  bytes!: number;

  addedBy!: string;

  @ApiProperty({ format: 'date-time' })
  addedAt!: string;
}

export class ResolutionResponse {
  @ApiProperty({ enum: RESOLUTION_REASONS })
  reason!: string;

  note!: string;

  /** Of a write-off or a manual match. */
  amount!: MoneyResponse | null;

  matchedWith!: string[];

  by!: string;

  /** The second person; null below the limit, or as long as it waits. */
  approvedBy!: string | null;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  /** Of a manual match: what is left over of all that were matched; null for other reasons. */
  certificate!: CertificateResponse | null;
}

export class OneExceptionResponse extends ExceptionResponse {
  @ApiProperty({ type: [OurMovementResponse] })
  ours!: readonly OurMovementResponse[];

  @ApiProperty({ type: [TheirLineResponse] })
  theirs!: readonly TheirLineResponse[];

  /** What the rules say of its movements. */
  @ApiProperty({ type: [FindingResponse] })
  findings!: FindingResponse[];

  @ApiProperty({ type: [SuggestionResponse] })
  suggestions!: SuggestionResponse[];

  @ApiProperty({ type: [ExceptionNoteResponse] })
  notes!: readonly ExceptionNoteResponse[];

  @ApiProperty({ type: [ExceptionEvidenceResponse] })
  evidence!: readonly ExceptionEvidenceResponse[];

  /** A resolution that waits for a second person. */
  proposal!: ResolutionResponse | null;

  resolution!: ResolutionResponse | null;

  /** How far the view is. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}
