import {
  AuthorizationStatus,
  CaptureStatus,
  RefundStatus,
  type AuthorizationWithAdditionalData,
  type CapturedPayment,
  type Order,
  type OrdersCapture,
  type Refund,
} from '@paypal/paypal-server-sdk';
import {
  ProviderUnavailable,
  type AuthoriseOutcome,
  type CaptureOutcome,
  type Instant,
  type RefundOutcome,
  type Refused,
} from './payment-provider.js';
import { approvalUrlOf, feeOf, instantFrom, present } from './paypal-objects.js';

/** @param now when PayPal's answer names no time of its own. */
export function awaitingPayer(order: Order, now: Instant): AuthoriseOutcome {
  return {
    status: 'payer-action-required',
    url: approvalUrlOf(order),
    orderReference: present(order.id, 'order id'),
    at: order.createTime === undefined ? now : instantFrom(order.createTime),
  };
}

/** @throws ProviderUnavailable while PayPal reviews it. */
export function authorisationOutcome(
  authorisation: AuthorizationWithAdditionalData | undefined,
  now: Instant,
): AuthoriseOutcome {
  const told = present(authorisation, 'authorisation');
  const reference = present(told.id, 'authorisation id');
  switch (told.status) {
    case AuthorizationStatus.Denied: {
      const code = told.processorResponse?.responseCode ?? 'AUTHORIZATION_DENIED';
      return refused(code, `authorisation ${reference} was denied`, now);
    }
    case AuthorizationStatus.Voided:
      return refused('AUTHORIZATION_VOIDED', `authorisation ${reference} was voided`, now);
    case AuthorizationStatus.Pending:
      throw new ProviderUnavailable('paypal', `authorisation ${reference} is under review`);
    default: {
      const { expirationTime, createTime } = told;
      const expiresAt = expirationTime === undefined ? null : instantFrom(expirationTime);
      return { status: 'authorised', reference, expiresAt, at: instantFrom(createTime) };
    }
  }
}

/** @throws ProviderUnavailable while it is pending: no money is ours yet. */
export function captureOutcome(
  capture: CapturedPayment | OrdersCapture,
  now: Instant,
): CaptureOutcome {
  const reference = present(capture.id, 'capture id');
  const why = capture.statusDetails?.reason;
  switch (capture.status) {
    case CaptureStatus.Declined:
    case CaptureStatus.Failed: {
      const code = why ?? `CAPTURE_${capture.status}`;
      return refused(code, `capture ${reference} is ${capture.status}`, now);
    }
    case CaptureStatus.Pending:
      throw new ProviderUnavailable('paypal', `capture ${reference} is pending: ${why ?? ''}`);
    default: {
      const at = instantFrom(capture.createTime);
      return { status: 'captured', reference, fee: feeOf(capture), at };
    }
  }
}

/** @throws ProviderUnavailable while it is pending: the payer has nothing yet. */
export function refundOutcome(refund: Refund, now: Instant): RefundOutcome {
  const reference = present(refund.id, 'refund id');
  switch (refund.status) {
    case RefundStatus.Cancelled:
    case RefundStatus.Failed:
      return refused(`REFUND_${refund.status}`, `refund ${reference} is ${refund.status}`, now);
    case RefundStatus.Pending: {
      const why = refund.statusDetails?.reason ?? '';
      throw new ProviderUnavailable('paypal', `refund ${reference} is pending: ${why}`);
    }
    default:
      return { status: 'refunded', reference, at: instantFrom(refund.createTime) };
  }
}

function refused(code: string, reason: string, at: Instant): Refused {
  return { status: 'refused', code, reason, at };
}
