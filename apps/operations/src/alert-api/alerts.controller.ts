import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { idOf } from '#event-store';
import { Caller, Clock, IdempotencyKey, Problem, Roles, UuidPipe } from '#platform';
import { testMessage } from '../telling/message.js';
import { AlertParts } from '../alerts/alert-parts.js';
import { SilenceRequest } from './alerts.request.js';
import {
  AlertsResponse,
  ChannelTestResponse,
  SilenceResponse,
  SilencesResponse,
} from './alerts.response.js';
import type { Silence } from '../alerts/silences.js';

const MINUTE_MS = 60_000;
const TEST_MS_MAX = 20_000;

@ApiTags('alerts')
@ApiBearerAuth()
@Roles('operator', 'auditor')
@Controller('v1/alerts')
export class AlertsController {
  constructor(
    private readonly parts: AlertParts,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Alerts that fire, and the channels that tell of them' })
  @ApiOkResponse({ type: AlertsResponse })
  alerts(): AlertsResponse {
    const { alerting, states } = this.parts;
    const items = alerting.firing().map((alert) => {
      const { value: _value, group: _group, team: _team, ...shown } = alert;
      return { ...shown, silenced: alerting.isSilenced(alert) };
    });
    const { lastTurnMs, isEnabled, trouble } = alerting;
    const isKnown = isEnabled && lastTurnMs !== null;
    const evaluatedAt = isKnown ? new Date(lastTurnMs).toISOString() : null;
    return { items, channels: [...states.all()], evaluatedAt, trouble };
  }

  @Get('silences')
  @ApiOperation({ summary: 'Silences that hold now' })
  @ApiOkResponse({ type: SilencesResponse })
  async silences(): Promise<SilencesResponse> {
    await this.parts.alerting.silences.load();
    return { items: [...this.parts.alerting.silences.at(this.clock.nowIso)] };
  }

  @Post('silences')
  @Roles('operator')
  @ApiOperation({ summary: 'Tells no one of an alert for a time; it is listed all the same' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: SilenceResponse })
  silence(
    @Body() body: SilenceRequest,
    @IdempotencyKey() key: string,
    @Caller() { client: by }: Caller,
  ): Promise<SilenceResponse> {
    const { alert, labels = [], minutes, reason } = body;
    if (!this.parts.alerting.rules.some((rule) => rule.alert === alert)) {
      const names = this.parts.alerting.rules.map((rule) => rule.alert).join(', ');
      const message = `must be the name of an alert: ${names}`;
      throw new Problem('request-invalid', undefined, [{ field: 'alert', message }]);
    }
    const silence: Silence = {
      silenceId: idOf('silence', by, key),
      alert,
      labels: Object.fromEntries(labels.map(pairOf)),
      reason,
      by,
      silencedAt: this.clock.nowIso,
      until: new Date(this.clock.nowMs + minutes * MINUTE_MS).toISOString(),
    };
    return this.parts.alerting.silences.add(silence);
  }

  @Delete('silences/:silenceId')
  @HttpCode(204)
  @Roles('operator')
  @ApiOperation({ summary: 'Ends a silence; an alert that still fires reaches people then' })
  @ApiNoContentResponse()
  async unsilence(
    @Param('silenceId', UuidPipe) silenceId: string,
    @Caller() { client: by }: Caller,
  ): Promise<void> {
    const requestId = idOf('unsilence', silenceId);
    await this.parts.alerting.silences.end(silenceId, { by, at: this.clock.nowIso, requestId });
  }

  @Post('channels/:channel/test')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({ summary: 'Sends a test message by one channel and says what became of it' })
  @ApiOkResponse({ type: ChannelTestResponse })
  async test(
    @Param('channel') name: string,
    @Caller() { client: by }: Caller,
  ): Promise<ChannelTestResponse> {
    const channel = this.parts.channels.find((each) => each.name === name);
    if (!channel) {
      const names = this.parts.channels.map((each) => each.name).join(', ') || 'none';
      throw new Problem('not-found', `no such channel is set up; there are: ${names}`);
    }
    const message = testMessage(by, this.clock.nowIso);
    const sent = await channel.send(message, AbortSignal.timeout(TEST_MS_MAX));
    this.parts.states.note(channel.name, sent);
    return { sent: sent.ok, reason: sent.ok ? null : sent.reason };
  }
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}
