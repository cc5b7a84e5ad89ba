import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { PolicyState } from '#fraud-policy';
import { NamedByKey, Problem, Requester, Roles } from '#platform';
import { AT_ODDS } from '../at-odds.js';
import { changeRequestOf } from '../change-request.js';
import {
  PolicyRequest,
  ProposalRequest,
  RollBackRequest,
  TrialRequest,
  WithdrawalRequest,
} from './fraud-policy.request.js';
import {
  FraudPolicyResponse,
  fraudPolicyResponse,
  PolicyHistoryResponse,
  PolicyVersionResponse,
  stepResponse,
  versionResponse,
} from './fraud-policy.response.js';
import { PolicyCommands } from './policy-commands.js';
import { PolicyDecisions } from './policy-decisions.js';
import { validPolicy } from './valid-policy.js';

@ApiTags('fraud-policy')
@ApiBearerAuth()
@Controller('v1/fraud-policy')
export class FraudPolicyController {
  constructor(
    private readonly decisions: PolicyDecisions,
    private readonly commands: PolicyCommands,
  ) {}

  @Get()
  @Roles('analyst', 'operator', 'auditor', 'approver', 'admin')
  @ApiOperation({
    summary: 'What decides, what is tried beside it, what waits and what was before',
  })
  @ApiOkResponse({ type: FraudPolicyResponse })
  async standing(): Promise<FraudPolicyResponse> {
    return fraudPolicyResponse(await this.decisions.state());
  }

  @Get('history')
  @Roles('analyst', 'operator', 'auditor', 'approver', 'admin')
  @ApiOperation({ summary: 'Who proposed, tried, activated and withdrew what, the last first' })
  @ApiOkResponse({ type: PolicyHistoryResponse })
  async history(): Promise<PolicyHistoryResponse> {
    const steps = await this.decisions.history();
    return { items: steps.toReversed().map(stepResponse) };
  }

  @Get('versions/:policyHash')
  @Roles('analyst', 'operator', 'auditor', 'approver', 'admin')
  @ApiOperation({ summary: 'One policy that was proposed, in full' })
  @ApiOkResponse({ type: PolicyVersionResponse })
  async version(@Param('policyHash') policyHash: string): Promise<PolicyVersionResponse> {
    const state = await this.decisions.state();
    const proposal = state.proposals.get(policyHash);
    if (!proposal) throw new Problem('not-found', 'no such policy was proposed');
    return versionResponse(proposal, state);
  }

  @Post('proposals')
  @HttpCode(200)
  @NamedByKey()
  @Roles('analyst', 'admin')
  @ApiOperation({ summary: 'Proposes a policy; it decides nothing until another person activates' })
  @ApiOkResponse({ type: FraudPolicyResponse })
  @ApiConflictResponse(AT_ODDS)
  propose(
    @Body() body: ProposalRequest,
    @Requester() requester: Requester,
  ): Promise<FraudPolicyResponse> {
    const { requestId, note } = body;
    const asked = { ...changeRequestOf(requester, requestId), note };
    return answerOf(this.commands.propose(validPolicy(body.policy), asked));
  }

  @Post('rollbacks')
  @HttpCode(200)
  @NamedByKey()
  @Roles('analyst', 'operator', 'admin')
  @ApiOperation({ summary: 'Proposes an earlier policy again; another person has to activate it' })
  @ApiOkResponse({ type: FraudPolicyResponse })
  @ApiConflictResponse(AT_ODDS)
  rollBack(
    @Body() body: RollBackRequest,
    @Requester() requester: Requester,
  ): Promise<FraudPolicyResponse> {
    const { requestId, policyHash = null, note } = body;
    return answerOf(
      this.commands.rollBack(policyHash, { ...changeRequestOf(requester, requestId), note }),
    );
  }

  @Post('versions/:policyHash/activation')
  @HttpCode(200)
  @NamedByKey()
  @Roles('analyst', 'approver', 'operator', 'admin')
  @ApiOperation({ summary: 'Activates a policy that another person proposed, everywhere at once' })
  @ApiOkResponse({ type: FraudPolicyResponse })
  @ApiConflictResponse(AT_ODDS)
  activate(
    @Param('policyHash') policyHash: string,
    @Body() { requestId }: PolicyRequest,
    @Requester() requester: Requester,
  ): Promise<FraudPolicyResponse> {
    return answerOf(this.commands.activate(policyHash, changeRequestOf(requester, requestId)));
  }

  @Post('versions/:policyHash/withdrawal')
  @HttpCode(200)
  @NamedByKey()
  @Roles('analyst', 'approver', 'operator', 'admin')
  @ApiOperation({ summary: 'Takes a proposal back, one’s own or another’s' })
  @ApiOkResponse({ type: FraudPolicyResponse })
  @ApiConflictResponse(AT_ODDS)
  withdraw(
    @Param('policyHash') policyHash: string,
    @Body() { requestId, note = '' }: WithdrawalRequest,
    @Requester() requester: Requester,
  ): Promise<FraudPolicyResponse> {
    return answerOf(
      this.commands.withdraw(policyHash, { ...changeRequestOf(requester, requestId), note }),
    );
  }

  @Post('trial')
  @HttpCode(200)
  @NamedByKey()
  @Roles('analyst', 'admin')
  @ApiOperation({ summary: 'Records from now on what a policy would say, without acting on it' })
  @ApiOkResponse({ type: FraudPolicyResponse })
  @ApiConflictResponse(AT_ODDS)
  startTrial(
    @Body() { requestId, policyHash }: TrialRequest,
    @Requester() requester: Requester,
  ): Promise<FraudPolicyResponse> {
    return answerOf(this.commands.startTrial(policyHash, changeRequestOf(requester, requestId)));
  }

  @Post('trial/end')
  @HttpCode(200)
  @NamedByKey()
  @Roles('analyst', 'operator', 'admin')
  @ApiOperation({ summary: 'Ends the trial; what it recorded stays' })
  @ApiOkResponse({ type: FraudPolicyResponse })
  @ApiConflictResponse(AT_ODDS)
  endTrial(
    @Body() { requestId }: PolicyRequest,
    @Requester() requester: Requester,
  ): Promise<FraudPolicyResponse> {
    return answerOf(this.commands.endTrial(changeRequestOf(requester, requestId)));
  }
}

async function answerOf(decided: Promise<PolicyState>): Promise<FraudPolicyResponse> {
  return fraudPolicyResponse(await decided);
}
