import * as capture from '../capture/evolve.js';
import * as fee from '../fee/evolve.js';
import * as refund from '../refund/evolve.js';
import type { EventEntry } from './entry.js';
import type { PaymentEventType } from './events.js';
import { PROMISE } from './untold.js';

/** The part of the catalogue about money that a payment takes and gives back. */
export const CAPTURE_EVENTS = {
  CaptureRequested: {
    opens: 'captureId',
    fields: { amount: 'money' },
    personal: {},
    announced: PROMISE,
    evolve: capture.requested,
  },
  PaymentCaptured: {
    settles: 'captureId',
    fields: { amount: 'money' },
    personal: {},
    moves: 'money',
    announced: 'payment.captured',
    evolve: capture.captured,
  },
  CaptureFailed: {
    settles: 'captureId',
    refusal: true,
    fields: { amount: 'money' },
    personal: { reason: 'pseudonym' },
    announced: 'payment.capture_failed',
    evolve: capture.failed,
  },
  CaptureReversed: {
    settles: null,
    fields: { amount: 'money' },
    personal: {},
    moves: 'money',
    announced: 'payment.capture_reversed',
    evolve: capture.reversed,
  },
  ProviderFeeRecorded: {
    settles: null,
    fields: { fee: 'money' },
    personal: {},
    moves: 'money',
    nextStep: 'unchanged',
    announced: { untold: 'fees are shown by the journal; the payment is as it was' },
    evolve: fee.feeRecorded,
  },

  RefundRequested: {
    opens: 'refundId',
    fields: { amount: 'money' },
    personal: { reason: 'sealed' },
    announced: 'payment.refund_requested',
    evolve: refund.requested,
  },
  PaymentRefunded: {
    settles: 'refundId',
    fields: { amount: 'money' },
    personal: {},
    moves: 'money',
    announced: 'payment.refunded',
    evolve: refund.refunded,
  },
  RefundFailed: {
    settles: 'refundId',
    refusal: true,
    fields: { amount: 'money' },
    personal: { reason: 'pseudonym' },
    announced: 'payment.refund_failed',
    evolve: refund.failed,
  },
  RefundReversed: {
    settles: 'refundId',
    fields: { amount: 'money' },
    personal: {},
    moves: 'money',
    announced: 'payment.refund_reversed',
    evolve: refund.reversed,
  },
} as const satisfies { readonly [Type in PaymentEventType]?: EventEntry<Type> };
