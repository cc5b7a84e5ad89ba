/* eslint-disable @typescript-eslint/consistent-type-definitions -- only interfaces merge */
import type { Line } from '../ledger/line.js';
import type { PayPalDispute } from './disputes/records.js';
import type { PayPalEvent } from './event.js';
import type { PayPalAuthorization, PayPalCapture, PayPalOrder, PayPalRefund } from './records.js';

declare module '../ledger/records.js' {
  interface Records {
    'paypal-answer': KeptAnswer;
    'paypal-order': PayPalOrder;
    'paypal-authorization': PayPalAuthorization;
    'paypal-capture': PayPalCapture;
    'paypal-refund': PayPalRefund;
    'paypal-dispute': PayPalDispute;
    'paypal-line': Line;
    'paypal-event': PayPalEvent;
    /** Which order has used an invoice id. */
    'paypal-invoice': string;
  }
}
