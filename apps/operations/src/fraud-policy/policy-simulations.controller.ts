import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { PolicyError, type PolicyState } from '#fraud-policy';
import { Problem, Roles, UuidPipe } from '#platform';
import { AT_ODDS } from '../at-odds.js';
import { SimulationRequest, SpanRequest } from './fraud-policy.request.js';
import type { Span } from './assessed-payments.js';
import { PolicyDecisions } from './policy-decisions.js';
import { FIRST_POLICY, policyHashOf } from './policy-hash.js';
import type { SimulationQuestion, Terms } from './policy-simulation.js';
import { PolicySimulations, type SimulationRun } from './policy-simulations.js';
import { SimulationRunResponse } from './simulation.response.js';
import { validPolicy } from './valid-policy.js';

@ApiTags('fraud-policy')
@ApiBearerAuth()
@Controller('v1/fraud-policy')
export class PolicySimulationsController {
  constructor(
    private readonly decisions: PolicyDecisions,
    private readonly simulations: PolicySimulations,
  ) {}

  @Post('simulations')
  @HttpCode(202)
  @Roles('analyst', 'operator', 'auditor', 'approver', 'admin')
  @ApiOperation({
    summary: 'What a policy, costs or thresholds would have done with past payments',
  })
  @ApiAcceptedResponse({ type: SimulationRunResponse })
  @ApiConflictResponse(AT_ODDS)
  async simulate(@Body() body: SimulationRequest): Promise<SimulationRun> {
    const state = await this.decisions.state();
    const inForce = termsInForce(state);
    const candidate = candidateOf(body, state);
    const thresholds = thresholdsOf(body);
    const sides = { inForce, candidate, thresholds, recorded: false };
    return this.simulations.start({ ...spanOf(body), ...sides });
  }

  @Post('trial/report')
  @HttpCode(202)
  @Roles('analyst', 'operator', 'auditor', 'approver', 'admin')
  @ApiOperation({
    summary: 'What the policy on trial said of live payments, and what became of them',
  })
  @ApiAcceptedResponse({ type: SimulationRunResponse })
  @ApiConflictResponse(AT_ODDS)
  async report(@Body() body: SpanRequest): Promise<SimulationRun> {
    const state = await this.decisions.state();
    const proposal = state.proposals.get(state.trial?.policyHash ?? '');
    if (!proposal) throw new PolicyError('policy-not-on-trial');
    const sides = { inForce: termsInForce(state), candidate: proposal };
    return this.simulations.start({ ...spanOf(body), ...sides, thresholds: null, recorded: true });
  }

  @Get('simulations/:id')
  @Roles('analyst', 'operator', 'auditor', 'approver', 'admin')
  @ApiOperation({ summary: 'How far a simulation or report is, and at its end what it found' })
  @ApiOkResponse({ type: SimulationRunResponse })
  run(@Param('id', UuidPipe) id: string): SimulationRun {
    return this.simulations.run(id);
  }
}

function termsInForce({ inForce }: PolicyState): Terms {
  return inForce ?? { ...FIRST_POLICY, reviewPriceEur: 0 };
}

function candidateOf(body: SimulationRequest, state: PolicyState): Terms {
  const base = baseOf(body, state);
  if (body.costs === undefined) return base;
  const policy = validPolicy({ ...base.policy, costs: body.costs }, '');
  return { policyHash: policyHashOf(policy), policy, reviewPriceEur: null };
}

function baseOf({ policy, policyHash }: SimulationRequest, state: PolicyState): Terms {
  if (policy !== undefined) {
    const draft = validPolicy(policy);
    return { policyHash: policyHashOf(draft), policy: draft, reviewPriceEur: null };
  }
  if (policyHash === undefined) return termsInForce(state);
  const proposal = state.proposals.get(policyHash);
  if (!proposal) throw new Problem('not-found', 'no such policy was proposed');
  return proposal;
}

function thresholdsOf({
  reviewMin,
  declineMin,
}: SimulationRequest): SimulationQuestion['thresholds'] {
  if (reviewMin === undefined || declineMin === undefined) return null;
  if (reviewMin <= declineMin) return { reviewMin, declineMin };
  const message = 'must not be below reviewMin';
  throw new Problem('request-invalid', undefined, [{ field: 'declineMin', message }]);
}

function spanOf({ from, to }: SpanRequest): Span {
  const utc = (text: string | undefined) =>
    text === undefined ? null : new Date(text).toISOString();
  return { from: utc(from), to: utc(to) };
}
