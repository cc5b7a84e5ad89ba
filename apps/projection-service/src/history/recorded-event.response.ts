import { ApiProperty } from '@nestjs/swagger';
import { formatPosition, type RecordedEvent } from '#event-store';
import { InvalidMoney, Money, type MoneyJson } from '#money';

/** Who and what led to an event. */
export class CauseResponse {
  @ApiProperty({ type: String, nullable: true, description: 'Whose command or process it was.' })
  client!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'A person or service, `webhook` for what a provider told, or the process itself.',
  })
  actor!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The command that led to it.' })
  commandId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Shared by all that one request did.' })
  correlationId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What led to it directly.' })
  causationId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'W3C trace context of the request.' })
  traceparent!: string | null;
}

/** One event as it was recorded. */
export class RecordedEventResponse {
  @ApiProperty({ example: '1042/1042' })
  position!: string;

  @ApiProperty({ example: 'payment-5b8d3b5e-0000-5000-8000-000000000001' })
  stream!: string;

  @ApiProperty({ description: 'Index in its stream, from 0.' })
  revision!: number;

  @ApiProperty({ format: 'uuid' })
  eventId!: string;

  @ApiProperty({ example: 'PaymentCaptured' })
  type!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'As stored, in the shape of then; amounts are minor units.',
  })
  data!: unknown;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Its amounts to read, by field.',
    example: { amount: '10.50 EUR' },
  })
  amounts!: Readonly<Record<string, string>>;

  @ApiProperty({ type: CauseResponse })
  cause!: CauseResponse;
}

export class RecordedEventsResponse {
  @ApiProperty({ type: [RecordedEventResponse] })
  items!: RecordedEventResponse[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Send as `cursor` for more; null at the end. A page may be empty before the end.',
  })
  nextCursor!: string | null;
}

export function recordedEventResponse(event: RecordedEvent): RecordedEventResponse {
  const { id: eventId, stream, revision, type, data, metadata, position, recordedAt } = event;
  const text = (field: string): string | null => {
    const value = metadata[field];
    return typeof value === 'string' ? value : null;
  };
  return {
    position: formatPosition(position),
    stream,
    revision: Number(revision),
    eventId,
    type,
    recordedAt,
    data,
    amounts: amountsOf(data),
    cause: {
      client: text('client'),
      actor: text('actor'),
      commandId: text('commandId'),
      correlationId: text('correlationId'),
      causationId: text('causationId'),
      traceparent: text('traceparent'),
    },
  };
}

function amountsOf(data: unknown): Record<string, string> {
  const fields = Object.entries((data ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    fields.flatMap(([field, value]) => {
      const money = moneyOf(value);
      return money === null ? [] : [[field, money.toString()]];
    }),
  );
}

function moneyOf(value: unknown): Money | null {
  const { amount, currency } = (value ?? {}) as Record<string, unknown>;
  if (typeof amount !== 'string' || typeof currency !== 'string') return null;
  try {
    return Money.fromJSON(value as MoneyJson);
  } catch (error) {
    if (error instanceof InvalidMoney) return null;
    throw error;
  }
}
