import { ApiProperty } from '@nestjs/swagger';

export class ErasureResponse {
  erasureId!: string;

  client!: string;

  customerId!: string;

  reason!: string;

  requestedBy!: string;

  /** How many payments it was about; they stay, without the words that were erased. */
  payments!: number;

  @ApiProperty({ format: 'date-time' })
  requestedAt!: string;

  @ApiProperty({ format: 'date-time' })
  erasedAt!: string;

  /** A signed note (c2sp.org/signed-note) that says so. */
  receipt!: string;

  /** What verifies the receipt, as in `name+hash+base64`. */
  verifierKey!: string;
}

export class SubjectKeyResponse {
  state!: 'live' | 'erased';

  /** When it was made, or destroyed. */
  @ApiProperty({ format: 'date-time' })
  since!: string;
}

export class SubjectStatusResponse {
  client!: string;

  customerId!: string;

  /** None: nothing of this customer was ever sealed. */
  @ApiProperty({ type: [SubjectKeyResponse] })
  keys!: SubjectKeyResponse[];

  /** How many erasures of this customer are recorded. */
  erasures!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastErasedAt!: string | null;
}

export class ExportedEventResponse {
  type!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  data!: object;
}

export class ExportedPaymentResponse {
  paymentId!: string;

  @ApiProperty({ type: [ExportedEventResponse] })
  events!: readonly ExportedEventResponse[];

  /** What analysts wrote to its case. */
  @ApiProperty({ type: [ExportedEventResponse] })
  caseEvents!: readonly ExportedEventResponse[];

  /** What providers delivered about it, as they wrote it. */
  @ApiProperty({ type: [ExportedEventResponse] })
  deliveries!: readonly ExportedEventResponse[];
}

export class SubjectExportResponse {
  client!: string;

  customerId!: string;

  @ApiProperty({ format: 'date-time' })
  exportedAt!: string;

  @ApiProperty({ type: [ExportedPaymentResponse] })
  payments!: readonly ExportedPaymentResponse[];
}
