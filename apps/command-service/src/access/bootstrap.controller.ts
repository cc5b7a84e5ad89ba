import { Body, Controller, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { inviteFirst } from '#access';
import { Caller, Clock, Noted, ProblemResponse, Roles } from '#platform';
import { Invitations } from './invitations.js';
import { FirstAdminRequest } from './people.request.js';
import { InvitedResponse, invitedResponse } from './people.response.js';

@ApiTags('access-people')
@ApiBearerAuth()
@Noted()
@Controller('v1/access/bootstrap')
export class BootstrapController {
  constructor(
    private readonly invitations: Invitations,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Roles('operator')
  @ApiOperation({ summary: 'Invite the first administrator, as long as there is none' })
  @ApiCreatedResponse({ type: InvitedResponse })
  @ApiResponse({ status: 409, description: 'There is one', type: ProblemResponse })
  async bootstrap(
    @Body() { person }: FirstAdminRequest,
    @Caller() caller: Caller,
  ): Promise<InvitedResponse> {
    const grants = [{ role: 'admin', until: null }] as const;
    const asked = { person, grants, merchants: null };
    const invited = await this.invitations.make(caller, asked, inviteFirst);
    return invitedResponse(invited, this.clock.nowMs);
  }
}
