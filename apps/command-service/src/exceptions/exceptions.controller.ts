import { Body, Controller, Get, HttpCode, Param, Post, applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Roles } from '#platform';
import {
  addEvidence,
  assignException,
  escalateException,
  investigateException,
  noteException,
  refuseResolution,
  reopenException,
} from '#reconciliation';
import { Authorization } from '../http/authorization.decorator.js';
import { Command } from '../http/command.decorator.js';
import { Keyed, type KeyedCommand } from '../http/keyed-command.js';
import { contentHashOf, ExceptionDesk } from './exception-desk.js';
import {
  ExceptionFileRequest,
  ExceptionAssignmentRequest,
  ExceptionNoteRequest,
  OnExceptionRequest,
  ResolutionRequest,
} from './exceptions.request.js';
import { ExceptionFileResponse, ExceptionWorkResponse } from './exceptions.response.js';

function OnException(summary: string): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    ApiOperation({ summary }),
    ApiOkResponse({ type: ExceptionWorkResponse }),
  );
}

type Answer = Promise<ExceptionWorkResponse>;

/** What people make of exceptions of the reconciliation. */
@Command()
@Roles('reconciler', 'operator')
@Controller('v1/reconciliation/exceptions/:exceptionId')
export class ExceptionsController {
  constructor(private readonly desk: ExceptionDesk) {}

  @Post('assignment')
  @OnException('Make an exception one person’s work')
  assign(
    @Param('exceptionId') exceptionId: string,
    @Body() body: ExceptionAssignmentRequest,
    @Keyed() command: KeyedCommand,
    @Authorization() authorization: string,
  ): Answer {
    const asked = { exceptionId, body, command, authorization };
    const { assignee } = body;
    return this.desk.answer('exception-assignment', asked, (acting, work) =>
      assignException({ ...acting, assignee }, work),
    );
  }

  @Post('investigation')
  @OnException('Say that one looks into an exception')
  investigate(
    @Param('exceptionId') exceptionId: string,
    @Body() body: OnExceptionRequest,
    @Keyed() command: KeyedCommand,
    @Authorization() authorization: string,
  ): Answer {
    const asked = { exceptionId, body, command, authorization };
    return this.desk.answer('exception-investigation', asked, investigateException);
  }

  @Post('notes')
  @OnException('Add a note to an exception, also to a resolved one')
  note(
    @Param('exceptionId') exceptionId: string,
    @Body() body: ExceptionNoteRequest,
    @Keyed() command: KeyedCommand,
    @Authorization() authorization: string,
  ): Answer {
    const asked = { exceptionId, body, command, authorization };
    const { note } = body;
    return this.desk.answer('exception-note', asked, (acting, work) =>
      noteException({ ...acting, note }, work),
    );
  }

  @Post('evidence')
  @OnException('Keep a file that shows something of an exception')
  addEvidence(
    @Param('exceptionId') exceptionId: string,
    @Body() body: ExceptionFileRequest,
    @Keyed() command: KeyedCommand,
    @Authorization() authorization: string,
  ): Answer {
    const asked = { exceptionId, body, command, authorization };
    const { name, mediaType, contentBase64 } = body;
    const file = { name, mediaType, contentHash: contentHashOf(contentBase64), contentBase64 };
    return this.desk.answer('exception-evidence', asked, (acting, work) =>
      addEvidence({ ...acting, file }, work),
    );
  }

  @Get('evidence/:contentHash')
  @Roles('auditor', 'reconciler', 'approver', 'operator')
  @ApiOperation({ summary: 'A file that was kept of an exception' })
  @ApiOkResponse({ type: ExceptionFileResponse })
  async evidence(
    @Param('exceptionId') exceptionId: string,
    @Param('contentHash') contentHash: string,
  ): Promise<ExceptionFileResponse> {
    const found = await this.desk.evidence(exceptionId, contentHash);
    const { name, mediaType, contentBase64 } = found;
    return { name, mediaType, contentHash, contentBase64 };
  }

  @Post('escalation')
  @OnException('Pass an exception on to a senior')
  escalate(
    @Param('exceptionId') exceptionId: string,
    @Body() body: ExceptionNoteRequest,
    @Keyed() command: KeyedCommand,
    @Authorization() authorization: string,
  ): Answer {
    const asked = { exceptionId, body, command, authorization };
    const { note } = body;
    return this.desk.answer('exception-escalation', asked, (acting, work) =>
      escalateException({ ...acting, reason: 'person', note }, work),
    );
  }

  @Post('resolution')
  @OnException('Resolve an exception; above the limit, a second person has to agree')
  resolve(
    @Param('exceptionId') exceptionId: string,
    @Body() body: ResolutionRequest,
    @Keyed() command: KeyedCommand,
    @Authorization() authorization: string,
  ): Answer {
    return this.desk.resolve({ exceptionId, body, command, authorization });
  }

  @Post('resolution/approval')
  @Roles('approver', 'reconciler', 'operator')
  @OnException('Agree to a resolution that another person proposed')
  approve(
    @Param('exceptionId') exceptionId: string,
    @Body() body: OnExceptionRequest,
    @Keyed() command: KeyedCommand,
    @Authorization() authorization: string,
  ): Answer {
    const asked = { exceptionId, body, command, authorization };
    return this.desk.approve(asked);
  }

  @Post('resolution/refusal')
  @Roles('approver', 'reconciler', 'operator')
  @OnException('Refuse a resolution that waits, or take one’s own back')
  refuse(
    @Param('exceptionId') exceptionId: string,
    @Body() body: ExceptionNoteRequest,
    @Keyed() command: KeyedCommand,
    @Authorization() authorization: string,
  ): Answer {
    const asked = { exceptionId, body, command, authorization };
    const { note } = body;
    return this.desk.answer('exception-refusal', asked, (acting, work) =>
      refuseResolution({ ...acting, note }, work),
    );
  }

  @Post('reopening')
  @OnException('Take a resolution back, so that a manual match holds no more')
  reopen(
    @Param('exceptionId') exceptionId: string,
    @Body() body: ExceptionNoteRequest,
    @Keyed() command: KeyedCommand,
    @Authorization() authorization: string,
  ): Answer {
    const asked = { exceptionId, body, command, authorization };
    const { note } = body;
    return this.desk.answer('exception-reopening', asked, (acting, work) =>
      reopenException({ ...acting, note }, work),
    );
  }
}
