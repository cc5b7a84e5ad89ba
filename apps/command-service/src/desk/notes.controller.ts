import { Body, Controller, Param, Post } from '@nestjs/common';
import { addNote } from '#cases';
import { Roles, UuidPipe } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, type KeyedCommand } from '../http/keyed-command.js';
import { DeskEndpoint } from './desk-endpoint.js';
import { OnCase } from './desk.decorators.js';
import { NoteRequest } from './desk.request.js';
import { DeskResponse } from './desk.response.js';

/** What analysts tell each other of a case. */
@Command()
@Roles('analyst')
@Controller('v1/cases/:paymentId/notes')
export class NotesController {
  constructor(private readonly endpoint: DeskEndpoint) {}

  @Post()
  @OnCase('Add a note to a case, also to a decided one')
  note(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Body() body: NoteRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<DeskResponse> {
    const request = { paymentId, body, command, alsoDecided: true };
    return this.endpoint.answer('case-note', request, (at, desk) =>
      addNote({ ...at, note: body.note }, desk),
    );
  }
}
