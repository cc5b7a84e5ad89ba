import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { IsId, Roles } from '#platform';
import { Command } from '../http/command.decorator.js';
import { Keyed, orderOperationOf, type KeyedCommand } from '../http/keyed-command.js';
import { NoFieldsRequest } from '../http/no-fields.request.js';
import { CancelOrder } from './cancel-order.handler.js';
import { CancelledOrderResponse, cancelledOrderResponse } from './cancel-order.response.js';

export class OrderParams {
  /** As it was given to its payments. */
  @ApiProperty({ example: 'order-1001' })
  @IsId(1, 128)
  orderId!: string;
}

@Command()
@Roles('service')
@Controller('v1/orders/:orderId/cancel')
export class CancelOrderController {
  constructor(private readonly commandBus: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'End every payment of an order that took no money, and take no more' })
  @ApiOkResponse({ type: CancelledOrderResponse })
  async cancel(
    @Param() { orderId }: OrderParams,
    @Body() _body: NoFieldsRequest,
    @Keyed() command: KeyedCommand,
  ): Promise<CancelledOrderResponse> {
    const context = orderOperationOf(command, 'cancel', orderId);
    return cancelledOrderResponse(await this.commandBus.execute(new CancelOrder(orderId, context)));
  }
}
