import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { callerOf, Clock, Problem, ProblemResponse, Roles } from '#platform';
import { activateRouting, proposeRouting, readRouting } from '#routing';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import { RoutingInForce } from '../routing/routing-in-force.js';
import { hashOfRouting, RoutingPolicies } from './routing-policies.js';
import { RoutingPolicyParams, RoutingProposalRequest } from './routing-policy.request.js';
import { RoutingPolicyResponse, routingPolicyResponse } from './routing-policy.response.js';

/** Which provider payments go to; it takes two operators to change it. */
@ApiTags('operation')
@ApiBearerAuth()
@Controller('v1/routing-policy')
export class RoutingPolicyController {
  constructor(
    private readonly inForce: RoutingInForce,
    private readonly policies: RoutingPolicies,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Roles('operator', 'auditor')
  @ApiOperation({ summary: 'The routing policy that decides, and all that were proposed' })
  @ApiOkResponse({ type: RoutingPolicyResponse })
  async policy(): Promise<RoutingPolicyResponse> {
    return routingPolicyResponse(await this.inForce.state());
  }

  @Post('proposals')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({ summary: 'Propose a routing policy; another operator has to activate it' })
  @ApiOkResponse({ type: RoutingPolicyResponse })
  @ApiResponse({ status: 400, description: 'Malformed', type: ProblemResponse })
  async propose(
    @Body() { policy: value, note }: RoutingProposalRequest,
    @Req() request: object,
  ): Promise<RoutingPolicyResponse> {
    const read = readRouting(value);
    if ('faults' in read) throw malformed(read.faults);
    const { policy } = read;
    const { client: proposedBy } = callerOf(request);
    const proposedAt = this.clock.nowIso;
    const proposal = { policyHash: hashOfRouting(policy), policy, note, proposedBy, proposedAt };
    const decided = await this.policies.decide(proposedBy, (state) =>
      proposeRouting(proposal, state),
    );
    return routingPolicyResponse(decided);
  }

  @Post('proposals/:policyHash/activation')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({ summary: 'Let a policy decide that another operator proposed' })
  @ApiOkResponse({ type: RoutingPolicyResponse })
  @ApiResponse({ status: 409, description: 'At odds with its state', type: ProblemResponse })
  async activate(
    @Param() { policyHash }: RoutingPolicyParams,
    @Body() _body: NoFieldsRequest,
    @Req() request: object,
  ): Promise<RoutingPolicyResponse> {
    const { client: activatedBy } = callerOf(request);
    const activation = { policyHash, activatedBy, activatedAt: this.clock.nowIso };
    const decided = await this.policies.decide(activatedBy, (state) =>
      activateRouting(activation, state),
    );
    return routingPolicyResponse(decided);
  }
}

function malformed(faults: readonly { field: string; message: string }[]): Problem {
  const errors = faults.map(({ field, message }) => ({
    field: field === '' ? 'policy' : `policy.${field}`,
    message,
  }));
  return new Problem('request-invalid', undefined, errors);
}
