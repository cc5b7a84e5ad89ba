import {
  applyDecorators,
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query as Queried,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse } from '@nestjs/swagger';
import {
  idempotencyKeyOf,
  NamedByKey,
  Problem,
  ProblemResponse,
  Requester,
  Roles,
  type Role,
} from '#platform';
import { JournalAdjustment } from '../journal/journal.entity.js';
import { pageOf } from '../lists/page.js';
import { PositionQuery } from '../views/position.request.js';
import { Query } from '../views/query.decorator.js';
import { Views } from '../views/views.js';
import { AdjustmentCommands } from './adjustment-commands.js';
import {
  AdjustmentParams,
  AdjustmentRequest,
  AdjustmentsQuery,
  AdjustmentWithdrawalRequest,
  ReversalRequest,
} from './adjustments.request.js';
import {
  AdjustmentAcceptedResponse,
  AdjustmentResponse,
  adjustmentResponse,
  AdjustmentsResponse,
} from './adjustments.response.js';

const READERS: readonly Role[] = ['analyst', 'auditor', 'reconciler', 'approver', 'operator'];
const BOOKERS: readonly Role[] = ['reconciler', 'operator'];
const SECOND_PEOPLE: readonly Role[] = ['approver', 'operator'];

/** What people put into the books: balanced, with a reason, and never changed afterwards. */
@Query('journal')
@Controller('v1/journal/adjustments')
export class AdjustmentsController {
  constructor(
    private readonly commands: AdjustmentCommands,
    private readonly views: Views,
  ) {}

  @Get()
  @Roles(...READERS)
  @ApiOperation({ summary: 'Adjustments that people made or ask for, newest first' })
  @ApiOkResponse({ type: AdjustmentsResponse })
  async adjustments(@Queried() query: AdjustmentsQuery): Promise<AdjustmentsResponse> {
    const { result, position } = await this.views.read('journal', query, (manager) => {
      const rows = manager.createQueryBuilder(JournalAdjustment, 'row');
      const { status, about } = query;
      if (status !== undefined) rows.andWhere('row.status = :status', { status });
      if (about !== undefined) rows.andWhere('row.about = :about', { about });
      return pageOf(rows, { by: ['opened', 'adjustmentId'], direction: 'DESC' }, query);
    });
    const { rows, nextCursor } = result;
    return { items: rows.map(adjustmentResponse), nextCursor, position };
  }

  @Get(':adjustmentId')
  @Roles(...READERS)
  @ApiOperation({ summary: 'One adjustment, with who asked, who agreed and why' })
  @ApiOkResponse({ type: AdjustmentResponse })
  async adjustment(
    @Param() { adjustmentId }: AdjustmentParams,
    @Queried() query: PositionQuery,
  ): Promise<AdjustmentResponse> {
    const { result } = await this.views.read('journal', query, (manager) =>
      manager.findOneBy(JournalAdjustment, { adjustmentId }),
    );
    if (result === null) throw new Problem('not-found', 'there is no adjustment of this id');
    return adjustmentResponse(result);
  }

  @Post()
  @HttpCode(200)
  @Roles(...BOOKERS)
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'Names the adjustment; a repeat changes nothing.',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]*$' },
  })
  @ApiOperation({ summary: 'Book an adjustment, or ask a second person above the limit' })
  @Accepted()
  propose(
    @Body() { effectiveAt, reason, about, paymentId, lines }: AdjustmentRequest,
    @Requester() requester: Requester,
  ): Promise<AdjustmentAcceptedResponse> {
    const key = idempotencyKeyOf(requester.key);
    const plain = lines.map(({ account, amount: { amount, currency } }) => ({
      account,
      amount: { amount, currency },
    }));
    const asked = {
      effectiveAt: effectiveAt ?? null,
      reason,
      about: about ?? null,
      paymentId: paymentId ?? null,
      lines: plain,
    };
    return this.commands.propose(asked, { ...requester, key });
  }

  @Post(':adjustmentId/approval')
  @Change(
    SECOND_PEOPLE,
    'Let into the books what another person asked for: an adjustment, or its reversal',
  )
  approve(
    @Param() { adjustmentId }: AdjustmentParams,
    @Requester() requester: Requester,
  ): Promise<AdjustmentAcceptedResponse> {
    return this.commands.approve(adjustmentId, requester);
  }

  @Post(':adjustmentId/withdrawal')
  @Change(
    [...BOOKERS, 'approver'],
    'Take back what waits for a second person, one’s own or another’s',
  )
  withdraw(
    @Param() { adjustmentId }: AdjustmentParams,
    @Body() { note }: AdjustmentWithdrawalRequest,
    @Requester() requester: Requester,
  ): Promise<AdjustmentAcceptedResponse> {
    return this.commands.withdraw(adjustmentId, note ?? '', requester);
  }

  @Post(':adjustmentId/reverse')
  @Change(BOOKERS, 'Book the lines of an adjustment the other way round')
  reverse(
    @Param() { adjustmentId }: AdjustmentParams,
    @Body() { effectiveAt, reason }: ReversalRequest,
    @Requester() requester: Requester,
  ): Promise<AdjustmentAcceptedResponse> {
    const reversal = { reason, effectiveAt: effectiveAt ?? null };
    return this.commands.reverse(adjustmentId, reversal, requester);
  }
}

/** What every change of an adjustment shares. */
function Change(roles: readonly Role[], summary: string): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    Roles(...roles),
    NamedByKey(),
    ApiOperation({ summary }),
    Accepted(),
  );
}

function Accepted(): MethodDecorator {
  return applyDecorators(
    ApiOkResponse({ type: AdjustmentAcceptedResponse }),
    ApiResponse({ status: 409, description: 'At odds with its state', type: ProblemResponse }),
    ApiResponse({ status: 422, description: 'Breaks a rule of the books', type: ProblemResponse }),
  );
}
