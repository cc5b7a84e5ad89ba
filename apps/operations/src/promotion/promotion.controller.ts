import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { EventStore, idOf } from '#event-store';
import {
  approveRequest,
  refuseRequest,
  requestPromotion,
  requestRollback,
  type ModelEvent,
  type ModelState,
} from '#fraud';
import { Caller, Clock, NamedByKey, personOf, Requester, Roles, UuidPipe } from '#platform';
import { AT_ODDS } from '../at-odds.js';
import { changeRequestOf } from '../change-request.js';
import { lastToScore } from './last-to-score.js';
import { ModelDecisions } from './model-decisions.js';
import { ModelsResponse, modelsResponse } from './models.response.js';
import { DecisionRequest, PromotionRequest, RollbackRequest } from './promotion.request.js';

@ApiTags('models')
@ApiBearerAuth()
@Controller('v1/models')
export class PromotionController {
  constructor(
    private readonly decisions: ModelDecisions,
    private readonly clock: Clock,
    private readonly eventStore: EventStore,
  ) {}

  @Get()
  @Roles('analyst', 'operator', 'auditor', 'approver')
  @ApiOperation({ summary: 'Champion, challenger, their comparison, and what waits for approval' })
  @ApiOkResponse({ type: ModelsResponse })
  async models(): Promise<ModelsResponse> {
    return this.#answer(await this.decisions.state());
  }

  @Post('promotions')
  @HttpCode(200)
  @NamedByKey()
  @Roles('analyst', 'operator')
  @ApiOperation({ summary: 'Asks to promote the challenger; another person has to approve' })
  @ApiOkResponse({ type: ModelsResponse })
  @ApiConflictResponse(AT_ODDS)
  promote(
    @Body() body: PromotionRequest,
    @Requester() requester: Requester,
  ): Promise<ModelsResponse> {
    const { version, reason, override = null } = body;
    const { requestId } = changeRequestOf(requester, body.requestId);
    return this.#decide(requestId, requester, (state, who) =>
      requestPromotion({ requestId, version, reason, override, ...who }, state),
    );
  }

  @Post('rollbacks')
  @HttpCode(200)
  @NamedByKey()
  @Roles('analyst', 'operator')
  @ApiOperation({
    summary: 'Asks to bring back an earlier champion; another person has to approve',
  })
  @ApiOkResponse({ type: ModelsResponse })
  @ApiConflictResponse(AT_ODDS)
  rollBack(
    @Body() body: RollbackRequest,
    @Requester() requester: Requester,
  ): Promise<ModelsResponse> {
    const { version = null, reason } = body;
    const { requestId } = changeRequestOf(requester, body.requestId);
    return this.#decide(requestId, requester, (state, who) =>
      requestRollback({ requestId, version, reason, ...who }, state),
    );
  }

  @Post('requests/:requestId/approval')
  @HttpCode(200)
  @Roles('analyst', 'approver', 'operator')
  @ApiOperation({ summary: 'Approves a promotion or rollback that another person asked for' })
  @ApiOkResponse({ type: ModelsResponse })
  @ApiConflictResponse(AT_ODDS)
  approve(
    @Param('requestId', UuidPipe) requestId: string,
    @Body() { note = '' }: DecisionRequest,
    @Caller() caller: Caller,
  ): Promise<ModelsResponse> {
    return this.#decide(idOf('approve', requestId), { person: personOf(caller) }, (state, who) =>
      approveRequest({ requestId, note, ...who }, state),
    );
  }

  @Post('requests/:requestId/refusal')
  @HttpCode(200)
  @Roles('analyst', 'approver', 'operator')
  @ApiOperation({ summary: 'Refuses a promotion or rollback, or takes one’s own back' })
  @ApiOkResponse({ type: ModelsResponse })
  @ApiConflictResponse(AT_ODDS)
  refuse(
    @Param('requestId', UuidPipe) requestId: string,
    @Body() { note = '' }: DecisionRequest,
    @Caller() caller: Caller,
  ): Promise<ModelsResponse> {
    return this.#decide(idOf('refuse', requestId), { person: personOf(caller) }, (state, who) =>
      refuseRequest({ requestId, note, ...who }, state),
    );
  }

  async #decide(
    commandId: string,
    { person, replayed }: Decider,
    decision: Decision,
  ): Promise<ModelsResponse> {
    const who = { person, now: this.clock.nowIso };
    const cause = { client: 'operations', actor: person, commandId };
    return this.#answer(
      await this.decisions.decide(cause, (state) => decision(state, who), replayed),
    );
  }

  async #answer(state: ModelState): Promise<ModelsResponse> {
    const scored = state.champion ? null : await lastToScore(this.eventStore);
    return modelsResponse(state, scored);
  }
}

type Decider = Pick<Requester, 'person'> & Partial<Pick<Requester, 'replayed'>>;
type Who = { readonly person: string; readonly now: string };
type Decision = (state: ModelState, who: Who) => readonly ModelEvent[];
