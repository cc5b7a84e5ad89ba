import { ApiProperty } from '@nestjs/swagger';
import { VIEW_NAMES } from './names.js';

export class DigestResponse {
  /** Of all rows; equal for views with equal rows. */
  sha256!: string;

  rows!: number;
}

export class ViewDigestResponse extends DigestResponse {
  @ApiProperty({ enum: VIEW_NAMES })
  name!: string;

  @ApiProperty({ example: 'order-view-4' })
  projection!: string;

  /** How far the view is. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}

/** A row that is not what the events say. Its values are not shown. */
export class RowDifferenceResponse {
  table!: string;

  /** The columns of its primary key, with their values. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  key!: Record<string, string>;

  /** `extra`: no event says so; `missing`: an event does. */
  kind!: 'changed' | 'missing' | 'extra';

  /** Whose values differ. */
  columns!: string[];
}

export class DifferingResponse {
  /** How many rows differ. */
  @ApiProperty({ type: 'integer' })
  count!: number;

  /** The first of them, 20 at most. */
  rows!: RowDifferenceResponse[];
}

export class RebuildResponse {
  @ApiProperty({ enum: VIEW_NAMES })
  name!: string;

  status!: 'running' | 'done' | 'failed';

  @ApiProperty({ format: 'date-time' })
  startedAt!: string;

  /** Why it failed. */
  trouble!: string | null;

  /** Where both were compared. */
  position!: string | null;

  /** Of the view replaced. */
  before!: DigestResponse | null;

  /** Of the rebuilt view. */
  after!: DigestResponse | null;

  /** Whether both digests are equal. */
  equal!: boolean | null;

  /** Live rows that were not what the events say. */
  differing!: DifferingResponse | null;

  /** Whether the rebuilt view took the place of the live one; a check only compares. */
  swapped!: boolean | null;

  /** Whether nothing in the store was left to apply. */
  caughtUp!: boolean | null;

  /** Payments and lines that could not be applied. */
  setAside!: number | null;

  events!: number | null;

  ms!: number | null;
}

/** What a view could not apply. It goes on with everything else. */
export class SetAsideResponse {
  @ApiProperty({ example: 'payment-5b8d3b5e-0000-5000-8000-000000000001' })
  stream!: string;

  /** Index in its stream of the first event that is not applied. */
  revision!: string;

  /** Where that event is in the store. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;

  @ApiProperty({ example: 'PaymentRefunded' })
  eventType!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  /** Why it cannot be applied. */
  reason!: string;

  /** Events that are not applied, this one included. */
  waiting!: number;
}

export class SetAsidesResponse {
  @ApiProperty({ enum: VIEW_NAMES })
  name!: string;

  /** The oldest first. */
  items!: SetAsideResponse[];
}

export class ViewResponse {
  @ApiProperty({ enum: VIEW_NAMES })
  name!: string;

  @ApiProperty({ example: 'order-view-4' })
  projection!: string;

  @ApiProperty({ enum: ['standing-by', 'catching-up', 'live', 'waiting', 'stopped'] })
  status!: string;

  /** Why it waits or is stopped. */
  trouble!: string | null;

  /** How far the view is. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;

  /** Whether nothing in the store is left to apply. */
  caughtUp!: boolean;

  /** Age of the oldest event it has not applied, in milliseconds; 0 when caught up. */
  lagMs!: number | null;

  /** Payments and lines that it could not apply; see `set-aside`. */
  setAside!: number;

  /** The last rebuild or check here. */
  rebuild!: RebuildResponse | null;

  /** Only with ?digest=true. */
  digest!: DigestResponse | null;
}

export class ViewsResponse {
  items!: ViewResponse[];

  /** Where the event store ends. */
  head!: string | null;
}
