import { ApiProperty } from '@nestjs/swagger';
import { comparePositions, formatPosition } from '#event-store';
import { CANCELLATION_RESULTS, cancellationResultOf, type CancellationResult } from '#payments';
import type { LoadedPayment } from '../payment/payment-streams.js';
import { PaymentResponse, paymentResponse } from '../http/payment.response.js';
import type { CancelledOrder } from './order-cancellations.js';

export class CancelledPaymentResponse {
  @ApiProperty({
    enum: CANCELLATION_RESULTS,
    description:
      'cancelled: nothing is held. cancelling: the provider is asked, or will be once what is ' +
      'under way has its outcome. not-cancelled: the provider refused; what it holds lapses. ' +
      'captured: money was taken before; refund it. refunded: it was given back before.',
  })
  result!: CancellationResult;

  payment!: PaymentResponse;
}

export class CancelledOrderResponse {
  orderId!: string;

  /** When it was first asked for. */
  @ApiProperty({ format: 'date-time' })
  cancelledAt!: string;

  /** All of the order. */
  payments!: CancelledPaymentResponse[];

  /** Store position of this answer, commit/prepare. */
  @ApiProperty({ example: '42/42' })
  position!: string;
}

export function cancelledOrderResponse(order: CancelledOrder): CancelledOrderResponse {
  const { orderId, cancelledAt, payments } = order;
  return {
    orderId,
    cancelledAt,
    payments: payments.map((loaded) => ({
      result: cancellationResultOf(loaded.payment),
      payment: paymentResponse(loaded),
    })),
    position: formatPosition(payments.reduce(later, order.position)),
  };
}

function later(last: LoadedPayment['position'], { position }: LoadedPayment) {
  return comparePositions(last, position) < 0 ? position : last;
}
