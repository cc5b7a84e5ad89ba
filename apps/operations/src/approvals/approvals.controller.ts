import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, Roles } from '#platform';
import { ApprovalsResponse } from './approvals.response.js';
import { WaitingApprovals } from './waiting-approvals.js';

@ApiTags('approvals')
@ApiBearerAuth()
@Roles('analyst', 'operator', 'auditor', 'reconciler', 'approver', 'admin')
@Controller('v1/approvals')
export class ApprovalsController {
  constructor(private readonly waiting: WaitingApprovals) {}

  @Get()
  @ApiOperation({ summary: 'Everything that waits for a second person: policies and models' })
  @ApiOkResponse({ type: ApprovalsResponse })
  async approvals(@Caller() caller: Caller): Promise<ApprovalsResponse> {
    return { items: await this.waiting.of(caller) };
  }
}
