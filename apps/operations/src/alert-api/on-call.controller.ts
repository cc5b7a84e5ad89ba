import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, Post, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { idOf } from '#event-store';
import { RESPONDER_ROLES, troubleOfSchedule, type ResponderRole } from '#incidents';
import { Caller, Clock, IdempotencyKey, Problem, Roles } from '#platform';
import { AlertParts } from '../alerts/alert-parts.js';
import { OnCallOverrideRequest, OnCallScheduleRequest } from './on-call.request.js';
import { OnCallResponse } from './on-call.response.js';

const ROLE_NAMES = Object.fromEntries(RESPONDER_ROLES.map((role) => [role, role]));
const ROLE = new ParseEnumPipe(ROLE_NAMES, {
  exceptionFactory: () => refusal('role', `must be one of ${RESPONDER_ROLES.join(', ')}`),
});

@ApiTags('on-call')
@ApiBearerAuth()
@Roles('operator', 'auditor')
@Controller('v1/on-call')
export class OnCallController {
  constructor(
    private readonly parts: AlertParts,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who answers now, and by which schedules and overrides' })
  @ApiOkResponse({ type: OnCallResponse })
  async show(): Promise<OnCallResponse> {
    const { onCall } = this.parts;
    await onCall.load();
    const at = this.clock.nowIso;
    return {
      people: RESPONDER_ROLES.map((role) => ({ role, person: onCall.personOf(role, at) })),
      schedules: [...onCall.schedules],
      overrides: [...onCall.overridesFrom(at)],
    };
  }

  @Put(':role')
  @Roles('operator')
  @ApiParam({ name: 'role', enum: RESPONDER_ROLES })
  @ApiOperation({ summary: 'Sets the weekly schedule of a role; it has no gap and no overlap' })
  @ApiOkResponse({ type: OnCallResponse })
  async schedule(
    @Param('role', ROLE) role: ResponderRole,
    @Body() { timeZone, shifts }: OnCallScheduleRequest,
    @Caller() { client: by }: Caller,
  ): Promise<OnCallResponse> {
    const parts = shifts.map(({ fromMinute, untilMinute, people }) => {
      return { fromMinute, untilMinute, people };
    });
    const schedule = { role, timeZone, shifts: parts };
    const trouble = troubleOfSchedule(schedule);
    if (trouble !== null) throw refusal('shifts', trouble);
    const { onCall } = this.parts;
    await onCall.load();
    await onCall.setSchedule(schedule, by, this.clock.nowIso);
    return this.show();
  }

  @Post('overrides')
  @HttpCode(200)
  @Roles('operator')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOperation({ summary: 'Lets another person answer for a while; the last one made decides' })
  @ApiOkResponse({ type: OnCallResponse })
  async override(
    @Body() { reason, ...asked }: OnCallOverrideRequest,
    @IdempotencyKey() key: string,
    @Caller() { client: by }: Caller,
  ): Promise<OnCallResponse> {
    const [from, until] = [asked.from, asked.until].map((each) => new Date(each).toISOString());
    if (from === undefined || until === undefined || from >= until) {
      throw refusal('until', 'must be later than from');
    }
    const { onCall } = this.parts;
    await onCall.load();
    const { role, person } = asked;
    const override = { overrideId: idOf('on-call-override', by, key), role, person, from, until };
    await onCall.override(override, { by, reason, at: this.clock.nowIso });
    return this.show();
  }
}

function refusal(field: string, message: string): Problem {
  return new Problem('request-invalid', undefined, [{ field, message }]);
}
