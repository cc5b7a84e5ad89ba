import { Body, Controller, Param, Post } from '@nestjs/common';
import { snooze, wake } from '#cases';
import { Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, type KeyedCommand } from '../http/keyed-command.js';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import { DeskEndpoint } from './desk-endpoint.js';
import { OnCase } from './desk.decorators.js';
import { SnoozeRequest } from './desk.request.js';
import { DeskResponse } from './desk.response.js';

/** A case that is put off leaves the open list until its time. */
@Command()
@Roles('analyst')
@Controller('v1/cases/:paymentId/snooze')
export class SnoozeController {
  constructor(private readonly endpoint: DeskEndpoint) {}

  @Post()
  @OnCase('Put a case off until a time')
  snooze(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: SnoozeRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<DeskResponse> {
    const request = { paymentId, body, command };
    const until = new Date(body.until).toISOString();
    return this.endpoint.answer('case-snooze', request, (at, desk) =>
      snooze({ ...at, until, note: body.note ?? '' }, desk),
    );
  }

  @Post('withdrawal')
  @OnCase('Take a snooze back; the case is on the open list again')
  wake(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: NoFieldsRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<DeskResponse> {
    const request = { paymentId, body, command };
    return this.endpoint.answer('case-wake', request, wake);
  }
}
