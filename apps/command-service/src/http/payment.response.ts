import { formatPosition } from '#event-store';
import { PaymentResponse } from '#payment-api';
import { paymentResource, timelineEntryOf } from '#payments';
import { clientOf, type LoadedPayment } from '../payment/payment-streams.js';

export { PaymentResponse };

export function paymentResponse(loaded: LoadedPayment): PaymentResponse {
  const { payment, history, position } = loaded;
  const timeline = history.map(({ event }) => timelineEntryOf(event));
  const resource = paymentResource({ client: clientOf(loaded), payment, timeline });
  return Object.assign(resource, { position: formatPosition(position) });
}
