import { ApiProperty } from '@nestjs/swagger';
import {
  dueEscalation,
  ESCALATION,
  PRIORITIES,
  RESPONDER_ROLES,
  TOPICS,
  type Incident,
  type Priority,
  type ResponderRole,
  type Topic,
} from '#incidents';

const STATUSES = ['open', 'acknowledged', 'resolved'] as const;

export class IncidentAlertResponse {
  @ApiProperty({ format: 'uuid' })
  alertId!: string;

  alert!: string;

  summary!: string;

  @ApiProperty({ format: 'date-time' })
  joinedAt!: string;

  /** When it was over; null while it fires. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  clearedAt!: string | null;
}

export class IncidentResponse {
  @ApiProperty({ format: 'uuid' })
  incidentId!: string;

  title!: string;

  @ApiProperty({ enum: TOPICS })
  topic!: Topic;

  @ApiProperty({ enum: PRIORITIES })
  priority!: Priority;

  @ApiProperty({ enum: STATUSES })
  status!: (typeof STATUSES)[number];

  @ApiProperty({ format: 'date-time' })
  openedAt!: string;

  /** Whose it is by the escalation. */
  @ApiProperty({ enum: RESPONDER_ROLES })
  role!: ResponderRole;

  @ApiProperty({ type: String, nullable: true })
  acknowledgedBy!: string | null;

  @ApiProperty({ type: String, nullable: true })
  assignee!: string | null;

  /** When the next level hears of it, if nothing happens; null for never. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  escalatesAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  resolvedAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  resolution!: string | null;

  @ApiProperty({ type: [IncidentAlertResponse] })
  alerts!: IncidentAlertResponse[];

  /** Ids of the requests for support that joined it. */
  @ApiProperty({ type: [String] })
  requestIds!: string[];
}

export class IncidentsResponse {
  /** The newest first. */
  @ApiProperty({ type: [IncidentResponse] })
  items!: IncidentResponse[];
}

export class IncidentStepResponse {
  type!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  /** What happened, for a person. */
  text!: string;
}

export class IncidentTimelineResponse {
  /** The first one first. */
  @ApiProperty({ type: [IncidentStepResponse] })
  items!: IncidentStepResponse[];
}

/** What a client hears of the incident that its request has joined. */
export class SupportRequestResponse {
  @ApiProperty({ format: 'uuid' })
  requestId!: string;

  @ApiProperty({ format: 'uuid' })
  incidentId!: string;

  @ApiProperty({ enum: PRIORITIES })
  priority!: Priority;

  /** Within how many minutes a person answers. */
  responseMinutes!: number;
}

export function incidentResponse(incident: Incident): IncidentResponse {
  const { incidentId, title, topic, priority, status, openedAt, assignee } = incident;
  const { level, alerts, requests } = incident;
  return {
    incidentId,
    title,
    topic,
    priority,
    status,
    openedAt,
    role: ESCALATION[level]?.role ?? ESCALATION[0].role,
    assignee,
    ...timesOf(incident),
    alerts: alerts.map(({ alertId, alert, summary, joinedAt, clearedAt }) => {
      return { alertId, alert, summary, joinedAt, clearedAt };
    }),
    requestIds: requests.map(({ requestId }) => requestId),
  };
}

type Times = Pick<IncidentResponse, 'acknowledgedBy' | 'escalatesAt' | 'resolvedAt' | 'resolution'>;

function timesOf(incident: Incident): Times {
  const { acknowledged, resolved } = incident;
  return {
    acknowledgedBy: acknowledged?.by ?? null,
    escalatesAt: dueEscalation(incident)?.at ?? null,
    resolvedAt: resolved?.at ?? null,
    resolution: resolved?.resolution ?? null,
  };
}
