import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { idOf } from '#event-store';
import {
  Clock,
  NamedByKey,
  Problem,
  ProblemResponse,
  Requester,
  Roles,
  type Role,
} from '#platform';
import {
  activateRouting,
  proposeRouting,
  readRouting,
  rollBackRouting,
  withdrawRouting,
  type RoutingEvent,
  type RoutingState,
} from '#routing';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import { RoutingInForce } from '../routing/routing-in-force.js';
import { FIRST_ROUTING, hashOfRouting, RoutingPolicies } from './routing-policies.js';
import {
  RoutingPolicyParams,
  RoutingProposalRequest,
  RoutingRollBackRequest,
  RoutingWithdrawalRequest,
} from './routing-policy.request.js';
import { RoutingPolicyResponse, routingPolicyResponse } from './routing-policy.response.js';

const PROPOSERS: readonly Role[] = ['operator', 'admin'];
const SECOND_PEOPLE: readonly Role[] = ['approver', 'operator', 'admin'];

/** Which provider payments go to; it takes two people to change it. */
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
  @Roles('operator', 'auditor', 'approver', 'admin')
  @ApiOperation({ summary: 'The routing policy that decides, and all that were proposed' })
  @ApiOkResponse({ type: RoutingPolicyResponse })
  async policy(): Promise<RoutingPolicyResponse> {
    return routingPolicyResponse(await this.inForce.state());
  }

  @Post('proposals')
  @Change(PROPOSERS, 'Propose a routing policy; another person has to activate it')
  @ApiResponse({ status: 400, description: 'Malformed', type: ProblemResponse })
  async propose(
    @Body() { policy: value, note }: RoutingProposalRequest,
    @Requester() requester: Requester,
  ): Promise<RoutingPolicyResponse> {
    const read = readRouting(value);
    if ('faults' in read) throw malformed(read.faults);
    const { policy } = read;
    const policyHash = hashOfRouting(policy);
    return this.#decide(['propose', policyHash], requester, (state, { person, now }) =>
      proposeRouting({ policyHash, policy, note, proposedBy: person, proposedAt: now }, state),
    );
  }

  @Post('rollbacks')
  @Change(PROPOSERS, 'Propose an earlier policy again; another person has to activate it')
  rollBack(
    @Body() body: RoutingRollBackRequest,
    @Requester() requester: Requester,
  ): Promise<RoutingPolicyResponse> {
    const { policyHash = null, note } = body;
    return this.#decide(['roll-back', policyHash ?? ''], requester, (state, { person, now }) => {
      const asked = { policyHash, note, proposedBy: person, proposedAt: now };
      return rollBackRouting(asked, state, FIRST_ROUTING);
    });
  }

  @Post('proposals/:policyHash/activation')
  @Change(SECOND_PEOPLE, 'Let a policy decide that another person proposed')
  activate(
    @Param() { policyHash }: RoutingPolicyParams,
    @Body() _body: NoFieldsRequest,
    @Requester() requester: Requester,
  ): Promise<RoutingPolicyResponse> {
    return this.#decide(['activate', policyHash], requester, (state, { person, now }) =>
      activateRouting({ policyHash, activatedBy: person, activatedAt: now }, state),
    );
  }

  @Post('proposals/:policyHash/withdrawal')
  @Change(SECOND_PEOPLE, 'Take a proposal back, one’s own or another’s')
  withdraw(
    @Param() { policyHash }: RoutingPolicyParams,
    @Body() { note = '' }: RoutingWithdrawalRequest,
    @Requester() requester: Requester,
  ): Promise<RoutingPolicyResponse> {
    return this.#decide(['withdraw', policyHash], requester, (state, { person, now }) =>
      withdrawRouting({ policyHash, note, withdrawnBy: person, withdrawnAt: now }, state),
    );
  }

  async #decide(
    what: readonly string[],
    { person, key, replayed }: Requester,
    decide: (state: RoutingState, by: { person: string; now: string }) => readonly RoutingEvent[],
  ): Promise<RoutingPolicyResponse> {
    const commandId = key === undefined ? null : idOf('routing', person, key, ...what);
    const by = { person, now: this.clock.nowIso };
    const state = await this.policies.decide({ person, commandId, replayed }, (before) =>
      decide(before, by),
    );
    return routingPolicyResponse(state);
  }
}

/** What every change of the routing policy shares. */
function Change(roles: readonly Role[], summary: string): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    Roles(...roles),
    NamedByKey(),
    ApiOperation({ summary }),
    ApiOkResponse({ type: RoutingPolicyResponse }),
    ApiResponse({ status: 409, description: 'At odds with its state', type: ProblemResponse }),
  );
}

function malformed(faults: readonly { field: string; message: string }[]): Problem {
  const errors = faults.map(({ field, message }) => ({
    field: field === '' ? 'policy' : `policy.${field}`,
    message,
  }));
  return new Problem('request-invalid', undefined, errors);
}
