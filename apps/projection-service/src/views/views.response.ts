import { ApiProperty } from '@nestjs/swagger';
import { VIEW_NAMES } from './catalogue.js';

export class DigestResponse {
  @ApiProperty({ description: 'Of all rows; equal for views with equal rows.' })
  sha256!: string;

  @ApiProperty()
  rows!: number;
}

export class ViewDigestResponse extends DigestResponse {
  @ApiProperty({ enum: VIEW_NAMES })
  name!: string;

  @ApiProperty({ example: 'order-view-3' })
  projection!: string;

  @ApiProperty({ description: 'How far the view is.', example: '1042/1042' })
  position!: string;
}

export class RebuildResponse {
  @ApiProperty({ enum: VIEW_NAMES })
  name!: string;

  @ApiProperty({ enum: ['running', 'done', 'failed'] })
  status!: 'running' | 'done' | 'failed';

  @ApiProperty({ format: 'date-time' })
  startedAt!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Why it failed.' })
  trouble!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where both were compared.' })
  position!: string | null;

  @ApiProperty({ type: DigestResponse, nullable: true, description: 'Of the view replaced.' })
  before!: DigestResponse | null;

  @ApiProperty({ type: DigestResponse, nullable: true, description: 'Of the rebuilt view.' })
  after!: DigestResponse | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'Whether both digests are equal.' })
  equal!: boolean | null;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Whether nothing in the store was left to apply.',
  })
  caughtUp!: boolean | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Payments and lines that could not be applied.',
  })
  setAside!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  events!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  ms!: number | null;
}

/** What a view could not apply. It goes on with everything else. */
export class SetAsideResponse {
  @ApiProperty({ example: 'payment-5b8d3b5e-0000-5000-8000-000000000001' })
  stream!: string;

  @ApiProperty({ description: 'Index in its stream of the first event that is not applied.' })
  revision!: string;

  @ApiProperty({ description: 'Where that event is in the store.', example: '1042/1042' })
  position!: string;

  @ApiProperty({ example: 'PaymentRefunded' })
  eventType!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Why it cannot be applied.' })
  reason!: string;

  @ApiProperty({ description: 'Events that are not applied, this one included.' })
  waiting!: number;
}

export class SetAsidesResponse {
  @ApiProperty({ enum: VIEW_NAMES })
  name!: string;

  @ApiProperty({ type: [SetAsideResponse], description: 'The oldest first.' })
  items!: SetAsideResponse[];
}

export class ViewResponse {
  @ApiProperty({ enum: VIEW_NAMES })
  name!: string;

  @ApiProperty({ example: 'order-view-3' })
  projection!: string;

  @ApiProperty({ enum: ['standing-by', 'catching-up', 'live', 'waiting', 'stopped'] })
  status!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Why it waits or is stopped.' })
  trouble!: string | null;

  @ApiProperty({ description: 'How far the view is.', example: '1042/1042' })
  position!: string;

  @ApiProperty({ description: 'Whether nothing in the store is left to apply.' })
  caughtUp!: boolean;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Age of the oldest event it has not applied, in milliseconds; 0 when caught up.',
  })
  lagMs!: number | null;

  @ApiProperty({ description: 'Payments and lines that it could not apply; see `set-aside`.' })
  setAside!: number;

  @ApiProperty({ type: RebuildResponse, nullable: true, description: 'The last rebuild here.' })
  rebuild!: RebuildResponse | null;

  @ApiProperty({ type: DigestResponse, nullable: true, description: 'Only with ?digest=true.' })
  digest!: DigestResponse | null;
}

export class ViewsResponse {
  @ApiProperty({ type: [ViewResponse] })
  items!: ViewResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Where the event store ends.' })
  head!: string | null;
}
