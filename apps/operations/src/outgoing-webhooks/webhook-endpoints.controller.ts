import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Answer, Caller, IdempotencyKey, Problem, Roles } from '#platform';
import { AT_ODDS } from '../at-odds.js';
import { EndpointCommands } from './endpoint-commands.js';
import {
  editOf,
  EndpointEditRequest,
  EndpointRequest,
  ReplayRequest,
} from './webhook-endpoints.request.js';
import {
  abandonedMessageResponse,
  AbandonedMessageResponse,
  endpointResponse,
  EndpointResponse,
  ReplayResponse,
  troubledEndpointResponse,
  TroubledEndpointResponse,
} from './webhook-endpoints.response.js';

const UUID = new ParseUUIDPipe({ exceptionFactory: () => new Problem('not-found') });

@ApiTags('webhook-endpoints')
@ApiBearerAuth()
@Roles('service')
@Controller('v1/webhook-endpoints')
export class WebhookEndpointsController {
  constructor(private readonly commands: EndpointCommands) {}

  @Post()
  @ApiOperation({ summary: 'Where to tell the caller what happens to its payments from now on' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: EndpointResponse })
  @ApiConflictResponse(AT_ODDS)
  async register(
    @Body() body: EndpointRequest,
    @IdempotencyKey() key: string,
    @Caller() { client }: Caller,
    @Answer() answer: Answer,
  ): Promise<EndpointResponse> {
    const { endpoint, secret } = await this.commands.register(client, key, body);
    answer.createdAt(`/v1/webhook-endpoints/${endpoint.endpointId}`);
    if (secret === undefined) answer.replayed();
    return endpointResponse(endpoint, secret);
  }

  @Get()
  @Roles('service', 'operator')
  @ApiOperation({ summary: 'Endpoints of the caller; of all clients for an operator' })
  @ApiOkResponse({ type: [EndpointResponse] })
  list(@Caller() caller: Caller): EndpointResponse[] {
    const endpoints = this.commands.listFor(caller);
    return endpoints.map((endpoint) => endpointResponse(endpoint));
  }

  @Get('attention')
  @Roles('operator')
  @ApiOperation({ summary: 'Endpoints of all clients that take nothing, the longest so first' })
  @ApiOkResponse({ type: [TroubledEndpointResponse] })
  attention(): TroubledEndpointResponse[] {
    return this.commands.attention().map(troubledEndpointResponse);
  }

  @Get(':endpointId')
  @ApiOperation({ summary: 'One endpoint of the caller' })
  @ApiOkResponse({ type: EndpointResponse })
  read(@Param('endpointId', UUID) id: string, @Caller() { client }: Caller): EndpointResponse {
    return endpointResponse(this.commands.own(client, id).endpoint);
  }

  @Patch(':endpointId')
  @ApiOperation({ summary: 'Changes what the body names; what waits goes where the URL leads now' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: EndpointResponse })
  @ApiConflictResponse(AT_ODDS)
  async edit(
    @Param('endpointId', UUID) endpointId: string,
    @Body() body: EndpointEditRequest,
    @IdempotencyKey() key: string,
    @Caller() { client }: Caller,
  ): Promise<EndpointResponse> {
    const edit = editOf(body);
    return endpointResponse(await this.commands.edit(client, key, { endpointId, edit }));
  }

  @Delete(':endpointId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sends it nothing more; what still waits is forgotten' })
  @ApiNoContentResponse()
  async remove(@Param('endpointId', UUID) id: string, @Caller() { client }: Caller): Promise<void> {
    await this.commands.remove(client, id);
  }

  @Post(':endpointId/secret')
  @HttpCode(200)
  @ApiOperation({ summary: 'A new secret; for a day the one before signs as well' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: EndpointResponse })
  @ApiConflictResponse(AT_ODDS)
  async replaceSecret(
    @Param('endpointId', UUID) id: string,
    @IdempotencyKey() key: string,
    @Caller() { client }: Caller,
    @Answer() answer: Answer,
  ): Promise<EndpointResponse> {
    const { endpoint, secret, isRepeat } = await this.commands.replaceSecret(client, key, id);
    if (isRepeat) answer.replayed();
    return endpointResponse(endpoint, secret);
  }

  @Post(':endpointId/enable')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sends again to an endpoint that was disabled' })
  @ApiOkResponse({ type: EndpointResponse })
  @ApiConflictResponse(AT_ODDS)
  async enable(
    @Param('endpointId', UUID) id: string,
    @Caller() { client }: Caller,
  ): Promise<EndpointResponse> {
    return endpointResponse(await this.commands.enable(client, id));
  }

  @Get(':endpointId/abandoned-messages')
  @Roles('service', 'operator')
  @ApiOperation({ summary: 'Messages that were given up, at most a thousand' })
  @ApiOkResponse({ type: [AbandonedMessageResponse] })
  abandoned(
    @Param('endpointId', UUID) id: string,
    @Caller() caller: Caller,
  ): AbandonedMessageResponse[] {
    const deliveries = this.commands.abandoned(this.commands.ownerFor(caller, id), id);
    return deliveries.map(abandonedMessageResponse);
  }

  @Post(':endpointId/abandoned-messages/:messageId/replay')
  @Roles('service', 'operator')
  @HttpCode(202)
  @ApiOperation({ summary: 'Sends one message that was given up again' })
  @ApiAcceptedResponse()
  @ApiConflictResponse(AT_ODDS)
  async revive(
    @Param('endpointId', UUID) id: string,
    @Param('messageId') messageId: string,
    @Caller() caller: Caller,
  ): Promise<void> {
    await this.commands.revive(this.commands.ownerFor(caller, id), id, messageId);
  }

  @Post(':endpointId/replay')
  @HttpCode(202)
  @ApiOperation({ summary: 'Sends what happened from a position on again, with the same ids' })
  @ApiAcceptedResponse({ type: ReplayResponse })
  @ApiConflictResponse(AT_ODDS)
  replay(
    @Param('endpointId', UUID) id: string,
    @Body() range: ReplayRequest,
    @Caller() { client }: Caller,
  ): Promise<ReplayResponse> {
    return this.commands.replay(client, id, range);
  }
}
