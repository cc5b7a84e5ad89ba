import { Controller, Get, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { EventStore, readStream } from '#event-store';
import { RANDOM_APPROVALS, randomApprovalStream } from '#fraud-policy';
import { Clock, Roles } from '#platform';

export class RandomApprovalsQuery {
  /** UTC; left out: today. */
  @ApiPropertyOptional({ example: '2026-11-21' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
    message: 'must be a day, as in 2026-11-21',
  })
  day?: string;
}

export class RandomApprovalResponse {
  @ApiProperty({ format: 'uuid' })
  paymentId!: string;

  /** Roughly, by the reference rates. */
  amountEur!: number;
}

/** What chance let through on a day, and what all of it can cost at most. */
export class RandomApprovalsResponse {
  @ApiProperty({ example: '2026-11-21' })
  day!: string;

  spentEur!: number;

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
  @Roles('analyst', 'operator', 'auditor', 'approver')
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
