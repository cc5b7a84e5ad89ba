import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PaymentError } from '#payments';
import { Caller, Roles, PAYMENT_READERS, UuidPipe } from '#platform';
import { PaymentResponse, paymentResponse } from './payment.response.js';
import { PaymentStreams } from '../payment/payment-streams.js';

@ApiTags('payments')
@ApiBearerAuth()
@Roles(...PAYMENT_READERS)
@Controller('v1/payments/:paymentId')
export class PaymentController {
  constructor(private readonly streams: PaymentStreams) {}

  @Get()
  @ApiOperation({ summary: 'A payment as its stream says, up to the last event' })
  @ApiOkResponse({ type: PaymentResponse })
  async payment(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Caller() { client, role }: Caller,
  ): Promise<PaymentResponse> {
    const loaded = await this.streams.load(paymentId);
    const owner = loaded.history[0]?.metadata['client'];
    if (owner === undefined || (role === 'service' && owner !== client)) {
      throw new PaymentError('payment-not-found', { paymentId });
    }
    return paymentResponse(loaded);
  }
}
