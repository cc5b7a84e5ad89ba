import { ApiProperty } from '@nestjs/swagger';
import { SEVERITIES } from '#alerting';
import { CHANNELS } from '../alert-settings/channel-names.js';

export class AlertResponse {
  @ApiProperty({ format: 'uuid' })
  alertId!: string;

  @ApiProperty({ example: 'PaymentSuccessLow' })
  alert!: string;

  @ApiProperty({ enum: SEVERITIES })
  severity!: (typeof SEVERITIES)[number];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  labels!: Readonly<Record<string, string>>;

  summary!: string;

  meaning!: string;

  /** The first thing to run. */
  command!: string;

  @ApiProperty({ example: 'docs/runbooks/alerts.md#paymentsuccesslow' })
  runbook!: string;

  /** Since when it has held. */
  @ApiProperty({ format: 'date-time' })
  since!: string;

  @ApiProperty({ format: 'date-time' })
  firedAt!: string;

  /** Told to no one while this is so. */
  silenced!: boolean;
}

export class ChannelResponse {
  @ApiProperty({ enum: CHANNELS })
  name!: string;

  /** `disabled`: not set up. `untried`: not used since the start. */
  @ApiProperty({ enum: ['disabled', 'untried', 'working', 'failing'] })
  state!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastTriedAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

export class AlertsResponse {
  /** Those that fire. */
  @ApiProperty({ type: [AlertResponse] })
  items!: AlertResponse[];

  @ApiProperty({ type: [ChannelResponse] })
  channels!: ChannelResponse[];

  /** When the rules were last evaluated; null before the first time, and where they are not. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  evaluatedAt!: string | null;

  /** Why they are not evaluated now; null when they are. */
  @ApiProperty({ type: String, nullable: true })
  trouble!: string | null;
}

export class SilenceResponse {
  @ApiProperty({ format: 'uuid' })
  silenceId!: string;

  alert!: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  labels!: Readonly<Record<string, string>>;

  reason!: string;

  by!: string;

  @ApiProperty({ format: 'date-time' })
  silencedAt!: string;

  @ApiProperty({ format: 'date-time' })
  until!: string;
}

export class SilencesResponse {
  @ApiProperty({ type: [SilenceResponse] })
  items!: SilenceResponse[];
}

export class ChannelTestResponse {
  /** Whether the channel took the message. */
  sent!: boolean;

  /** Why not; null when it did. */
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}
