import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Caller, personOf, ProblemResponse, Roles } from '#platform';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import { AbandonedWebhooks } from '../webhooks/abandoned-webhooks.js';
import { DeliveryParams, DismissalRequest } from './deliveries.request.js';

/** What became of a delivery that had waited in vain. */
export class AbandonedDeliveryResponse {
  outcome!: 'applied' | 'ignored' | 'dismissed';

  reason!: string;
}

/** Deliveries that waited in vain for what they follow from, and are a person's business now. */
@ApiTags('operation')
@ApiBearerAuth()
@Roles('operator')
@ApiResponse({ status: 404, description: 'Not abandoned', type: ProblemResponse })
@Controller('v1/attention/deliveries/:provider/:eventId')
export class DeliveriesController {
  constructor(private readonly abandoned: AbandonedWebhooks) {}

  @Post('retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Apply an abandoned delivery once more' })
  @ApiOkResponse({ type: AbandonedDeliveryResponse })
  @ApiResponse({ status: 409, description: 'It still has to wait', type: ProblemResponse })
  retry(
    @Param() delivery: DeliveryParams,
    @Body() _body: NoFieldsRequest,
  ): Promise<AbandonedDeliveryResponse> {
    return this.abandoned.retry(delivery);
  }

  @Post('dismissal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take an abandoned delivery off the list, for a recorded reason' })
  @ApiOkResponse({ type: AbandonedDeliveryResponse })
  async dismiss(
    @Param() delivery: DeliveryParams,
    @Body() { note }: DismissalRequest,
    @Caller() caller: Caller,
  ): Promise<AbandonedDeliveryResponse> {
    await this.abandoned.dismiss(delivery, { person: personOf(caller), note });
    return { outcome: 'dismissed', reason: note };
  }
}
