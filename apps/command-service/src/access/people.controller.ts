import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import {
  disablePerson,
  grantRole,
  invite,
  personIn,
  revokeRole,
  type Grant,
  type Rights,
  type RightsEvent,
  type Role,
} from '#access';
import { Caller, Clock, Noted, personOf, ProblemResponse, Roles } from '#platform';
import { Invitations } from './invitations.js';
import { AccessRights } from './access-rights.js';
import { GrantRequest, PersonRequest } from './people.request.js';
import {
  InvitedResponse,
  invitedResponse,
  PeopleResponse,
  PersonResponse,
  personResponse,
} from './people.response.js';

@ApiTags('access-people')
@ApiBearerAuth()
@Roles('admin')
@Noted()
@Controller('v1/access/people')
export class PeopleController {
  constructor(
    private readonly rights: AccessRights,
    private readonly invitations: Invitations,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Roles('admin', 'auditor')
  @ApiOperation({ summary: 'Everybody who was invited, and what they may do' })
  @ApiOkResponse({ type: PeopleResponse })
  async all(): Promise<PeopleResponse> {
    const { people } = await this.rights.state();
    const nowMs = this.clock.nowMs;
    return { items: [...people.values()].map((known) => personResponse(known, nowMs)) };
  }

  @Post()
  @ApiOperation({
    summary: 'Invite a person; a repeat begins again with a person who lost what they sign in with',
    description: 'The invitation is shown once and sets a password within 72 hours.',
  })
  @ApiCreatedResponse({ type: InvitedResponse })
  @ApiResponse({ status: 409, description: 'At odds with a rule', type: ProblemResponse })
  async invite(
    @Body() { person, grants, merchants }: PersonRequest,
    @Caller() caller: Caller,
  ): Promise<InvitedResponse> {
    const asked = { person, grants: grants.map(grantOf), merchants: merchants ?? null };
    const invited = await this.invitations.make(caller, asked, invite);
    return invitedResponse(invited, this.clock.nowMs);
  }

  @Post(':person/grants')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a role, for some time or until it is taken back' })
  @ApiOkResponse({ type: PersonResponse })
  grant(
    @Param('person') person: string,
    @Body() body: GrantRequest,
    @Caller() caller: Caller,
  ): Promise<PersonResponse> {
    const by = { grantedBy: personOf(caller), grantedAt: this.clock.nowIso };
    const data = { person, ...grantOf(body), ...by };
    return this.#decide(caller, person, ({ people }) => grantRole(data, people));
  }

  @Post(':person/grants/:role/revocation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a role back, in every service within moments' })
  @ApiOkResponse({ type: PersonResponse })
  revoke(
    @Param('person') person: string,
    @Param('role') role: string,
    @Caller() caller: Caller,
  ): Promise<PersonResponse> {
    const by = { revokedBy: personOf(caller), revokedAt: this.clock.nowIso };
    const data = { person, role: role as Role, ...by };
    return this.#decide(caller, person, ({ people }) => revokeRole(data, people));
  }

  @Post(':person/disabling')
  @HttpCode(200)
  @ApiOperation({ summary: 'End all sessions and keys of a person, until they are invited again' })
  @ApiOkResponse({ type: PersonResponse })
  disable(@Param('person') person: string, @Caller() caller: Caller): Promise<PersonResponse> {
    const data = { person, disabledBy: personOf(caller), disabledAt: this.clock.nowIso };
    return this.#decide(caller, person, ({ people }) => disablePerson(data, people));
  }

  async #decide(
    caller: Caller,
    person: string,
    decide: (rights: Rights) => readonly RightsEvent[],
  ): Promise<PersonResponse> {
    const by = { person: personOf(caller), actor: `${caller.role}:${caller.client}` };
    const { people } = await this.rights.decide({ ...by, commandId: randomUUID() }, decide);
    return personResponse(personIn(people, person), this.clock.nowMs);
  }
}

function grantOf({ role, until }: GrantRequest): Grant {
  return { role, until: until ?? null };
}
