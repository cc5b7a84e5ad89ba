import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PaymentError } from '#payments';
import { ByMerchant, Caller, isOfMerchants, Roles, PAYMENT_READERS, UuidPipe } from '#platform';
import { PaymentResponse, paymentResponse } from './payment.response.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';

@ApiTags('payments')
@ApiBearerAuth()
@Roles(...PAYMENT_READERS)
@ByMerchant()
@Controller('v1/payments/:paymentId')
export class PaymentController {
  constructor(private readonly streams: PaymentStreams) {}

  @Get()
  @ApiOperation({ summary: 'A payment as its stream says, up to the last event' })
  @ApiOkResponse({ type: PaymentResponse })
  async payment(
    @Param('paymentId', UuidPipe) paymentId: string,
    @Caller() caller: Caller,
  ): Promise<PaymentResponse> {
    const loaded = await this.streams.load(paymentId);
    if (!isOf(caller, loaded)) {
      throw new PaymentError('payment-not-found', { paymentId });
    }
    return paymentResponse(loaded);
  }
}

/** A service sees the payments of its client, and who is for some merchants sees theirs. */
function isOf(caller: Caller, { history }: LoadedPayment): boolean {
  const [first] = history;
  if (first?.event.type !== 'PaymentInitiated') return false;
  if (caller.role === 'service' && first.metadata['client'] !== caller.client) return false;
  return isOfMerchants(caller, first.event.data.merchantId);
}
