import { ApiProperty } from '@nestjs/swagger';
import { ATTEMPT_OUTCOMES, type AttemptPage, type LoggedAttempt } from './attempt-log.js';

export class DeliveryAnswerResponse {
  status!: number;

  /** Of content-type, content-length, date, location, retry-after, server and x-request-id. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  headers!: Readonly<Record<string, string>>;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'The first 4096 bytes. Null: no longer kept.',
  })
  body!: string | null;

  @ApiProperty({
    type: 'string',
    enum: ['utf-8', 'base64'],
    nullable: true,
    description: '`base64`: the bytes are no UTF-8.',
  })
  bodyEncoding!: 'utf-8' | 'base64' | null;

  @ApiProperty({
    type: 'boolean',
    nullable: true,
    description: 'False: the body was longer, or the rest of it did not come within a second.',
  })
  bodyIsWhole!: boolean | null;
}

/** One attempt to deliver one message to one endpoint. */
export class DeliveryResponse {
  deliveryId!: string;

  @ApiProperty({ format: 'uuid' })
  endpointId!: string;

  messageId!: string;

  type!: string;

  /** Null for a test message. */
  @ApiProperty({ type: 'string', nullable: true })
  paymentId!: string | null;

  /** Where it was sent. */
  url!: string;

  /** 1 for the first one. */
  attempt!: number;

  @ApiProperty({ format: 'date-time' })
  startedAt!: string;

  /**
   * unknown: the process ended before the answer came; the receiver may or may not have the
   * message, which is sent again.
   */
  @ApiProperty({ enum: ATTEMPT_OUTCOMES })
  outcome!: string;

  @ApiProperty({ type: 'string', nullable: true, example: 'answered 500' })
  reason!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  durationMs!: number | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  nextAttemptAt!: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'As it was sent and signed. Null: no longer kept.',
  })
  requestBody!: string | null;

  @ApiProperty({ type: DeliveryAnswerResponse, nullable: true, description: 'Null: none came.' })
  answer!: DeliveryAnswerResponse | null;
}

export class DeliveriesResponse {
  /** The latest first. */
  items!: DeliveryResponse[];

  @ApiProperty({
    type: 'string',
    nullable: true,
    description:
      'A page may be short, or empty, and have a next one: filters look at 5000 at once.',
  })
  nextCursor!: string | null;
}

export function deliveriesResponse({ attempts, next }: AttemptPage): DeliveriesResponse {
  return { items: attempts.map(deliveryResponse), nextCursor: next };
}

export function deliveryResponse(attempt: LoggedAttempt): DeliveryResponse {
  const { attemptId, endpointId, messageId, type, url, outcome, reason, durationMs } = attempt;
  return {
    deliveryId: attemptId,
    endpointId,
    messageId,
    type,
    paymentId: attempt.payment?.paymentId ?? null,
    url,
    attempt: attempt.number,
    startedAt: timeOf(attempt.startedMs),
    outcome,
    reason,
    durationMs,
    nextAttemptAt: attempt.nextAttemptMs === null ? null : timeOf(attempt.nextAttemptMs),
    requestBody: attempt.bodies?.request ?? null,
    answer: answerOf(attempt),
  };
}

function answerOf({ status, headers, bodies }: LoggedAttempt): DeliveryAnswerResponse | null {
  if (status === null) return null;
  const { text = null, encoding = null, isWhole = null } = bodies?.answer ?? {};
  const body = { body: text, bodyEncoding: encoding, bodyIsWhole: isWhole };
  return { status, headers: headers ?? {}, ...body };
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}
