import { Body, Controller, Param, Post } from '@nestjs/common';
import { release, takeOrExtend } from '#cases';
import { Clock, Roles, UuidPipe } from '#platform';
import { Config } from '../config.js';
import { Command } from '../http/command.decorator.js';
import { Keyed, operationOf, type KeyedCommand } from '../http/keyed-command.js';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import { OnCase } from './desk.decorators.js';
import { LeaseRequest } from './desk.request.js';
import { DeskResponse, deskResponse } from './desk.response.js';
import { Desk } from './desk.js';

const MINUTE_MS = 60_000;

/** One analyst at a time has a case. */
@Command()
@Roles('analyst')
@Controller('v1/cases/:paymentId/lease')
export class LeaseController {
  constructor(
    private readonly desk: Desk,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  @Post()
  @OnCase('Take this case, or keep it longer')
  async lease(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: LeaseRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<DeskResponse> {
    const { minutes = this.config.CASE_LEASE_MINUTES } = body;
    const forMs = minutes * MINUTE_MS;
    const context = operationOf(command, 'case-lease', paymentId, body);
    const loaded = await this.desk.execute({
      paymentId,
      context,
      decide: (at, desk) => takeOrExtend({ ...at, forMs }, desk),
    });
    return deskResponse(paymentId, loaded, this.clock.nowIso);
  }

  @Post('release')
  @OnCase('Put a case back; it is free for others')
  async release(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: NoFieldsRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<DeskResponse> {
    const context = operationOf(command, 'case-release', paymentId, body);
    const loaded = await this.desk.execute({ paymentId, context, decide: release });
    return deskResponse(paymentId, loaded, this.clock.nowIso);
  }
}
