import { Body, Controller, Param, Post } from '@nestjs/common';
import { escalate, withdrawEscalation } from '#cases';
import { Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, type KeyedCommand } from '../http/keyed-command.js';
import { DeskEndpoint } from './desk-endpoint.js';
import { OnCase } from './desk.decorators.js';
import { OptionalNoteRequest } from './desk.request.js';
import { DeskResponse } from './desk.response.js';

/** Cases for seniors: a view of its own, and not given as the next one unless asked for. */
@Command()
@Roles('analyst')
@Controller('v1/cases/:paymentId/escalation')
export class EscalationController {
  constructor(private readonly endpoint: DeskEndpoint) {}

  @Post()
  @OnCase('Pass a case on to a senior')
  escalate(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: OptionalNoteRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<DeskResponse> {
    const request = { paymentId, body, command };
    const { note = '' } = body;
    return this.endpoint.answer('case-escalate', request, (at, desk) =>
      escalate({ ...at, reason: 'analyst', note }, desk),
    );
  }

  @Post('withdrawal')
  @OnCase('Take an escalation back')
  withdraw(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: OptionalNoteRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<DeskResponse> {
    const request = { paymentId, body, command };
    const { note = '' } = body;
    return this.endpoint.answer('case-escalation-withdrawal', request, (at, desk) =>
      withdrawEscalation({ ...at, note }, desk),
    );
  }
}
