import type { Money } from '#money';
import type { OutcomeOf } from '#provider-port';
import type { ProviderFeeRecorded } from '../fee/events.js';
import { refusalFields } from '../decline/refusal-fields.js';
import { PaymentError } from '../payment/errors.js';
import {
  assertCurrency,
  assertMayProceed,
  assertNotCancelled,
  assertNotContradicted,
  assertPositive,
  authorisedOf,
  initiatedOf,
} from '../payment/guards.js';
import type { Authorisation, Payment } from '../payment/payment.js';
import { recordedAs, refusedAsRecorded } from '../payment/recorded-as.js';
import { capturedOrPromised } from '../payment/sums.js';
import type { Instant } from '../payment/vocabulary.js';
import type { CaptureFailed, CaptureRequested, PaymentCaptured } from './events.js';

export type RequestCapture = {
  readonly captureId: string;
  /** Null captures all that is left. */
  readonly amount: Money | null;
  readonly final: boolean;
  readonly now: Instant;
};

export function requestCapture(command: RequestCapture, payment: Payment): CaptureRequested[] {
  const { captureId, final, now } = command;
  const { paymentId } = initiatedOf(payment);
  if (payment.captures.has(captureId)) return [];

  assertNotContradicted(payment);
  const authorisation = authorisedOf(payment);
  assertMayProceed(payment);
  assertNotCancelled(payment);
  const left = leftToCapture(payment, authorisation);
  const amount = command.amount ?? left;
  assertCurrency(amount, authorisation.amount);
  if (!left.isPositive) throw new PaymentError('nothing-to-capture', { paymentId });
  assertPositive(amount);
  if (amount.isGreaterThan(left)) {
    throw new PaymentError('capture-exceeds-authorised', { paymentId, left: left.toString() });
  }
  return [
    { type: 'CaptureRequested', data: { paymentId, captureId, amount, final, requestedAt: now } },
  ];
}

function leftToCapture(payment: Payment, { amount }: Authorisation): Money {
  const live = [...payment.captures.values()].filter(({ status }) => status !== 'failed');
  if (live.some(({ final }) => final)) return amount.minus(amount);
  return amount.minus(capturedOrPromised(payment, amount));
}

export function recordCapture(
  captureId: string,
  outcome: OutcomeOf<'capture'>,
  payment: Payment,
): (PaymentCaptured | CaptureFailed | ProviderFeeRecorded)[] {
  const { paymentId } = initiatedOf(payment);
  const capture = payment.captures.get(captureId);
  if (capture?.status !== 'requested') return [];

  const { amount, final } = capture;
  const ids = { paymentId, captureId };
  if (outcome.status === 'refused') {
    const data = { ...ids, amount, ...refusalFields(outcome), failedAt: outcome.at };
    return [{ type: 'CaptureFailed', data }];
  }
  const { reference, fee, at } = outcome;
  const as = recordedAs(reference, 'capture', payment);
  if (as !== null) {
    const refused = refusedAsRecorded(reference, as);
    return [{ type: 'CaptureFailed', data: { ...ids, amount, ...refused, failedAt: at } }];
  }
  const captured: PaymentCaptured = {
    type: 'PaymentCaptured',
    data: { ...ids, amount, final, reference, capturedAt: at },
  };
  if (fee === null) return [captured];
  return [captured, { type: 'ProviderFeeRecorded', data: { ...ids, fee, recordedAt: at } }];
}
