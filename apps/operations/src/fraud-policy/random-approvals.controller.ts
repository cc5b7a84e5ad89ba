import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { EventStore, readStream } from '#event-store';
import { RANDOM_APPROVALS, randomApprovalStream } from '#fraud-policy';
import { Clock, Roles } from '#platform';

class RandomApprovalsQuery {
  @ApiProperty({ required: false, example: '2026-11-21', description: 'UTC; left out: today.' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    message: 'must be a day, as in 2026-11-21',
  })
  day?: string;
}

class RandomApprovalResponse {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  @ApiProperty({ description: 'Roughly, by the reference rates.' })
  amountEur!: number;
}

/** What chance let through on a day, and what all of it can cost at most. */
class RandomApprovalsResponse {
  @ApiProperty({ example: '2026-11-21' })
  day!: string;

  @ApiProperty()
  spentEur!: number;

  @ApiProperty({ type: [RandomApprovalResponse] })
  items!: RandomApprovalResponse[];
}

@ApiTags('fraud-policy')
@ApiBearerAuth()
@Controller('v1/fraud-policy/random-approvals')
export class RandomApprovalsController {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Roles('analyst', 'operator', 'auditor')
  @ApiOperation({ summary: 'Payments of a day that chance let through, and what they come to' })
  @ApiOkResponse({ type: RandomApprovalsResponse })
  async list(@Query() query: RandomApprovalsQuery): Promise<RandomApprovalsResponse> {
    const day = query.day ?? this.clock.nowIso.slice(0, 10);
    const target = { stream: randomApprovalStream(day), type: RANDOM_APPROVALS };
    const { state: granted } = await readStream(this.store, target);
    const items = [...granted].map(([paymentId, amountEur]) => ({ paymentId, amountEur }));
    const spent = items.reduce((sum, { amountEur }) => sum + amountEur, 0);
    return { day, spentEur: Math.round(spent * 100) / 100, items };
  }
}
