import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { ACCESS_LOG_STREAM, upcastAccesses, type AccessEntry } from '#access';
import { EventStore } from '#event-store';
import { Roles } from '#platform';

/** Events of a page; each has a few hundred entries at most. */
const EVENTS_MAX = 20;

export class AccessLogQuery {
  /** Of an earlier page, to go on behind it. */
  @IsOptional()
  @Matches(/^\d{1,15}$/, { message: 'must be the nextCursor of an earlier page' })
  cursor?: string;
}

export class AccessEntryResponse implements AccessEntry {
  /** Whose decision or reading it was, whichever key it came with. */
  person!: string;

  client!: string;

  /** The role by which it was let in. */
  role!: string;

  @ApiProperty({ example: 'GET /v1/events' })
  operation!: string;

  /** Without its query, which may hold what is personal. */
  path!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class AccessLogResponse {
  /** The latest first. */
  @ApiProperty({ type: [AccessEntryResponse] })
  items!: AccessEntryResponse[];

  /** Null: there are none before. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** Who read raw events, who took what out, and what administrators did. */
@ApiTags('access-log')
@ApiBearerAuth()
@Roles('auditor', 'admin')
@Controller('v1/access/log')
export class AccessLogController {
  constructor(private readonly store: EventStore) {}

  @Get()
  @ApiOperation({
    summary: 'Who read raw events, exported, or changed who may do what; the latest first',
    description: 'An access comes into the log within about a second.',
  })
  @ApiOkResponse({ type: AccessLogResponse })
  async log(@Query() { cursor }: AccessLogQuery): Promise<AccessLogResponse> {
    const items: AccessEntryResponse[] = [];
    let next: bigint | null = null;
    const from = cursor === undefined ? {} : { from: BigInt(cursor) };
    const options = { direction: 'backwards', maxCount: EVENTS_MAX, ...from } as const;
    for await (const { type, data, revision } of this.store.read(ACCESS_LOG_STREAM, options)) {
      items.push(...[...upcastAccesses(type, data).data.entries].reverse());
      next = revision === 0n ? null : revision - 1n;
    }
    return { items, nextCursor: next === null ? null : String(next) };
  }
}
