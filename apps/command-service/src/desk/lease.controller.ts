import { Body, Controller, Param, Post } from '@nestjs/common';
import { release, takeOrExtend } from '#cases';
import { Roles, UuidPipe } from '#platform';
import { Config } from '../config.js';
import { Command } from '../http/command.decorator.js';
import { Keyed, type KeyedCommand } from '../http/keyed-command.js';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import { DeskEndpoint } from './desk-endpoint.js';
import { OnCase } from './desk.decorators.js';
import { LeaseRequest } from './desk.request.js';
import { DeskResponse } from './desk.response.js';

const MINUTE_MS = 60_000;

/** One analyst at a time has a case. */
@Command()
@Roles('analyst')
@Controller('v1/cases/:paymentId/lease')
export class LeaseController {
  constructor(
    private readonly endpoint: DeskEndpoint,
    private readonly config: Config,
  ) {}

  @Post()
  @OnCase('Take this case, or keep it longer')
  lease(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: LeaseRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<DeskResponse> {
    const { minutes = this.config.CASE_LEASE_MINUTES } = body;
    const request = { paymentId, body, command };
    return this.endpoint.answer('case-lease', request, (at, desk) =>
      takeOrExtend({ ...at, forMs: minutes * MINUTE_MS }, desk),
    );
  }

  @Post('release')
  @OnCase('Put a case back; it is free for others')
  release(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: NoFieldsRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<DeskResponse> {
    return this.endpoint.answer('case-release', { paymentId, body, command }, release);
  }
}
