import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { idOf } from '#event-store';
import {
  acknowledge,
  addNote,
  assign,
  postMortem,
  resolve,
  sentenceOf,
  timeOf,
  type Incident,
  type Now,
} from '#incidents';
import { Caller, IdempotencyKey, Roles, UuidPipe } from '#platform';
import { AlertParts } from '../alerts/alert-parts.js';
import { AT_ODDS } from '../at-odds.js';
import type { Decide } from '../incidents/incident-desk.js';
import {
  AssignIncidentRequest,
  IncidentNoteRequest,
  ResolveIncidentRequest,
} from './incidents.request.js';
import {
  incidentResponse,
  IncidentResponse,
  IncidentsResponse,
  IncidentTimelineResponse,
} from './incidents.response.js';

@ApiTags('incidents')
@ApiBearerAuth()
@Roles('operator', 'auditor')
@Controller('v1/incidents')
export class IncidentsController {
  constructor(private readonly parts: AlertParts) {}

  @Get()
  @ApiOperation({ summary: 'The last incidents, the newest first' })
  @ApiOkResponse({ type: IncidentsResponse })
  async list(): Promise<IncidentsResponse> {
    await this.parts.desk.load();
    return { items: this.parts.desk.all().map(incidentResponse) };
  }

  @Get(':incidentId')
  @ApiOperation({ summary: 'One incident' })
  @ApiOkResponse({ type: IncidentResponse })
  async one(@Param('incidentId', UuidPipe) id: string): Promise<IncidentResponse> {
    await this.parts.desk.load();
    return incidentResponse(this.parts.desk.get(id));
  }

  @Get(':incidentId/timeline')
  @ApiOperation({ summary: 'What happened, who was told and who answered, the first one first' })
  @ApiOkResponse({ type: IncidentTimelineResponse })
  async timeline(@Param('incidentId', UuidPipe) id: string): Promise<IncidentTimelineResponse> {
    await this.parts.desk.load();
    const events = await this.parts.desk.history(id);
    const items = events.map((event) => {
      return { type: event.type, at: timeOf(event), text: sentenceOf(event) };
    });
    return { items };
  }

  @Get(':incidentId/post-mortem')
  @Header('content-type', 'text/markdown; charset=utf-8')
  @ApiProduces('text/markdown')
  @ApiOperation({ summary: 'A draft of the post-mortem, from the events' })
  @ApiOkResponse({ schema: { type: 'string' } })
  async postMortem(@Param('incidentId', UuidPipe) id: string): Promise<string> {
    await this.parts.desk.load();
    const events = await this.parts.desk.history(id);
    return postMortem(this.parts.desk.get(id), events);
  }

  @Post(':incidentId/acknowledge')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({ summary: 'The caller answers: it is not escalated as unanswered any more' })
  @ApiOkResponse({ type: IncidentResponse })
  @ApiConflictResponse(AT_ODDS)
  acknowledge(
    @Param('incidentId', UuidPipe) id: string,
    @Caller() { client: by }: Caller,
  ): Promise<IncidentResponse> {
    return this.#change(id, by, (incident, now) => acknowledge(by, incident, now), {
      step: 'acknowledge',
    });
  }

  @Post(':incidentId/assign')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({ summary: 'Makes it the work of one person' })
  @ApiOkResponse({ type: IncidentResponse })
  @ApiConflictResponse(AT_ODDS)
  assign(
    @Param('incidentId', UuidPipe) id: string,
    @Body() { assignee }: AssignIncidentRequest,
    @Caller() { client: by }: Caller,
  ): Promise<IncidentResponse> {
    return this.#change(id, by, (incident, now) => assign(by, assignee, incident, now), {
      step: 'assign',
    });
  }

  @Post(':incidentId/notes')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({ summary: 'Adds a note; also after the end' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: IncidentResponse })
  @ApiConflictResponse(AT_ODDS)
  note(
    @Param('incidentId', UuidPipe) id: string,
    @Body() { note }: IncidentNoteRequest,
    @IdempotencyKey() key: string,
    @Caller() { client: by }: Caller,
  ): Promise<IncidentResponse> {
    const noteId = idOf('incident-note', id, by, key);
    const decide = (incident: Incident, now: Now) => addNote({ by, noteId, note }, incident, now);
    return this.#change(id, by, decide, { step: noteId });
  }

  @Post(':incidentId/resolve')
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({ summary: 'Ends it, also while its alerts still fire' })
  @ApiOkResponse({ type: IncidentResponse })
  resolve(
    @Param('incidentId', UuidPipe) id: string,
    @Body() { resolution }: ResolveIncidentRequest,
    @Caller() { client: by }: Caller,
  ): Promise<IncidentResponse> {
    return this.#change(id, by, (incident, now) => resolve(by, resolution, incident, now), {
      step: 'resolve',
    });
  }

  async #change(
    incidentId: string,
    actor: string,
    decide: (incident: Incident, now: Now) => ReturnType<Decide>,
    { step }: { readonly step: string },
  ): Promise<IncidentResponse> {
    const { desk, now, teller } = this.parts;
    await desk.load();
    // Named by its time: the decision itself knows a repeat.
    const commandId = idOf(step, incidentId, actor, now().at);
    const changed = await desk.change(incidentId, (incident) => decide(incident, now()), {
      actor,
      commandId,
    });
    teller.wake();
    return incidentResponse(changed);
  }
}
