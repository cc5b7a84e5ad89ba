import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Caller, IdempotencyKey, Problem, Roles } from '#platform';
import { AT_ODDS } from '../at-odds.js';
import { DeliveryCommands } from './delivery-commands.js';
import { EndpointCommands } from './endpoint-commands.js';
import { DeliveriesQuery, filterOf } from './webhook-deliveries.request.js';
import {
  DeliveriesResponse,
  deliveriesResponse,
  DeliveryResponse,
  deliveryResponse,
} from './webhook-deliveries.response.js';

const UUID = new ParseUUIDPipe({ exceptionFactory: () => new Problem('not-found') });

@ApiTags('webhook-deliveries')
@ApiBearerAuth()
@Roles('service')
@Controller('v1')
export class WebhookDeliveriesController {
  constructor(
    private readonly commands: DeliveryCommands,
    private readonly endpoints: EndpointCommands,
  ) {}

  @Get('webhook-endpoints/:endpointId/deliveries')
  @Roles('service', 'operator')
  @ApiOperation({ summary: 'What was sent to one endpoint and what it answered, the latest first' })
  @ApiOkResponse({ type: DeliveriesResponse })
  async ofEndpoint(
    @Param('endpointId', UUID) id: string,
    @Query() query: DeliveriesQuery,
    @Caller() caller: Caller,
  ): Promise<DeliveriesResponse> {
    const owner = this.endpoints.ownerFor(caller, id);
    return deliveriesResponse(await this.commands.ofEndpoint(owner, id, filterOf(query)));
  }

  @Get('webhook-messages/:messageId/deliveries')
  @ApiOperation({
    summary: 'Where one message was sent and what was answered',
    description: 'The id of a message is msg_ and the id of its event without hyphens.',
  })
  @ApiOkResponse({ type: DeliveriesResponse })
  async ofMessage(
    @Param('messageId') messageId: string,
    @Query() query: DeliveriesQuery,
    @Caller() { client }: Caller,
  ): Promise<DeliveriesResponse> {
    return deliveriesResponse(await this.commands.ofMessage(client, messageId, filterOf(query)));
  }

  @Post('webhook-endpoints/:endpointId/test')
  @Roles('service', 'operator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sends a message of the type webhook.test at once, and once' })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiOkResponse({ type: DeliveryResponse })
  @ApiConflictResponse(AT_ODDS)
  async test(
    @Param('endpointId', UUID) id: string,
    @IdempotencyKey() key: string,
    @Caller() caller: Caller,
  ): Promise<DeliveryResponse> {
    const owner = this.endpoints.ownerFor(caller, id);
    return deliveryResponse(await this.commands.test(owner, id, key));
  }

  @Post('webhook-endpoints/:endpointId/messages/:messageId/replay')
  @Roles('service', 'operator')
  @HttpCode(202)
  @ApiOperation({ summary: 'Sends one message again, with the same id' })
  @ApiAcceptedResponse()
  @ApiConflictResponse(AT_ODDS)
  async replay(
    @Param('endpointId', UUID) id: string,
    @Param('messageId') messageId: string,
    @Caller() caller: Caller,
  ): Promise<void> {
    await this.commands.replay(this.endpoints.ownerFor(caller, id), id, messageId);
  }
}
