import { Body, Controller, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { idOf } from '#event-store';
import { RESPONSE_MINUTES } from '#incidents';
import { Caller, IdempotencyKey, Roles } from '#platform';
import { AlertParts } from '../alerts/alert-parts.js';
import { takeReport } from '../incidents/support-requests.js';
import { SupportRequestRequest } from './incidents.request.js';
import { SupportRequestResponse } from './incidents.response.js';

@ApiTags('incidents')
@ApiBearerAuth()
@Controller('v1/support-requests')
export class SupportRequestsController {
  constructor(private readonly parts: AlertParts) {}

  @Post()
  @Roles('service', 'analyst', 'operator')
  @ApiOperation({ summary: 'Asks for help: it becomes an incident, or joins one' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: SupportRequestResponse })
  async ask(
    @Body() { text, kind, affected }: SupportRequestRequest,
    @IdempotencyKey() key: string,
    @Caller() { client }: Caller,
  ): Promise<SupportRequestResponse> {
    const { desk, now, teller } = this.parts;
    await desk.load();
    const requestId = idOf('support-request', client, key);
    const known = { kind: kind ?? null, affected: affected ?? null };
    const report = { requestId, client, text, ...known };
    const { incidentId, priority } = await takeReport(report, desk, now);
    teller.wake();
    return { requestId, incidentId, priority, responseMinutes: RESPONSE_MINUTES[priority] };
  }
}
