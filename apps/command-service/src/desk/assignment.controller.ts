import { Body, Controller, Param, Post } from '@nestjs/common';
import { assign, unassign } from '#cases';
import { Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, type KeyedCommand } from '../http/keyed-command.js';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import { DeskEndpoint } from './desk-endpoint.js';
import { OnCase } from './desk.decorators.js';
import { AssignmentRequest } from './desk.request.js';
import { DeskResponse } from './desk.response.js';

/** Whose work a case is to be: no other analyst is given it as the next one. */
@Command()
@Roles('analyst')
@Controller('v1/cases/:paymentId/assignment')
export class AssignmentController {
  constructor(private readonly endpoint: DeskEndpoint) {}

  @Post()
  @OnCase('Make a case one analyst’s work')
  assign(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: AssignmentRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<DeskResponse> {
    const request = { paymentId, body, command };
    const { assignee } = body;
    return this.endpoint.answer('case-assign', request, (at, desk) =>
      assign({ ...at, assignee }, desk),
    );
  }

  @Post('withdrawal')
  @OnCase('Let any analyst be given a case again')
  unassign(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: NoFieldsRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<DeskResponse> {
    const request = { paymentId, body, command };
    return this.endpoint.answer('case-unassign', request, unassign);
  }
}
