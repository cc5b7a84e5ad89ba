import { ApiProperty } from '@nestjs/swagger';
import { PaymentResourceResponse } from '#payment-api';
import { paymentResource } from '#payments';
import type { Plain } from '#projections';
import { ListResponse } from '../lists/list.response.js';
import type { OrderPayment } from './order-payment.entity.js';
import { fromJson } from './payment-json.js';

export class PaymentsResponse extends ListResponse {
  @ApiProperty({ type: [PaymentResourceResponse] })
  items!: PaymentResourceResponse[];
}

export function resourceOf({ client, payment, timeline }: Plain<OrderPayment>) {
  return paymentResource({ client, payment: fromJson(payment), timeline });
}
