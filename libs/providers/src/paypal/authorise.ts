import {
  AuthorizationStatus,
  CheckoutPaymentIntent,
  OrderStatus,
  PaypalExperienceUserAction,
  PaypalWalletContextShippingPreference,
  type AuthorizationWithAdditionalData,
  type Order,
  type OrderRequest,
} from '@paypal/paypal-server-sdk';
import { IMMOVABLE } from '../attempts.js';
import type { Instant, OutcomeOf, RequestOf } from '#provider-port';
import { WHOLE, type PayPalAccount } from './account.js';
import { paypalRefusalOf, toPayPalAmount } from './amount.js';
import { approvalUrlOf, authorisationsOf, instantFrom, present, undecided } from './objects.js';
import { denialOf } from './processor.js';

/** Makes an order for the payer to approve; once they have, holds its money. */
export async function authorise(
  account: PayPalAccount,
  request: RequestOf<'authorise'>,
): Promise<OutcomeOf<'authorise'>> {
  const { attempts } = account;
  const { amount, token, orderReference, authorisationId: paypalRequestId } = request;
  if (token !== null) {
    return attempts.refuseAll('payment-method-not-supported', 'PayPal takes no card tokens');
  }
  const immovable = paypalRefusalOf(amount, 'authorise');
  if (immovable !== null) return attempts.refuseAll(IMMOVABLE, immovable);
  if (orderReference !== null) return authoriseOrder(account, orderReference);
  return attempts.settle<OutcomeOf<'authorise'>>({
    run: async () => {
      const order = { body: orderRequestOf(request), paypalRequestId, prefer: WHOLE };
      const answer = await account.orders((orders) => orders.createOrder(order));
      return awaitingPayer(answer, account.instant());
    },
    readBack: async () => null,
  });
}

function authoriseOrder(account: PayPalAccount, id: string): Promise<OutcomeOf<'authorise'>> {
  return account.attempts.settle<OutcomeOf<'authorise'>>({
    // No request id: an order is authorised once, and PayPal would repeat "not approved" under it.
    run: async () => {
      const order = { id, prefer: WHOLE };
      const answer = await account.orders((orders) => orders.authorizeOrder(order));
      return authorisationOutcome(authorisationsOf(answer)[0], account.instant());
    },
    readBack: async () => {
      const order = await account.order(id);
      const [authorisation] = authorisationsOf(order);
      if (authorisation) return authorisationOutcome(authorisation, account.instant());
      if (isWaiting(order)) return awaitingPayer(order, account.instant());
      if (order.status === OrderStatus.Voided) return null;
      // One part of PayPal knows of the approval or the hold before the other does.
      throw undecided(id, order.status, 'not authorised');
    },
  });
}

/** The payer can still approve it. */
function isWaiting({ status }: Order): boolean {
  return status === OrderStatus.Created || status === OrderStatus.PayerActionRequired;
}

function awaitingPayer(order: Order, now: Instant): OutcomeOf<'authorise'> {
  return {
    status: 'payer-action-required',
    url: approvalUrlOf(order),
    orderReference: present(order.id, 'order id'),
    at: order.createTime === undefined ? now : instantFrom(order.createTime),
  };
}

/** @throws ProviderUnavailable while PayPal reviews it, or of a status we do not know. */
function authorisationOutcome(
  authorisation: AuthorizationWithAdditionalData | undefined,
  now: Instant,
): OutcomeOf<'authorise'> {
  const told = present(authorisation, 'authorisation');
  const reference = present(told.id, 'authorisation id');
  switch (told.status) {
    case AuthorizationStatus.Denied: {
      const { processorResponse, statusDetails } = told;
      const denial = denialOf(processorResponse, 'AUTHORIZATION_DENIED', statusDetails?.reason);
      return { status: 'refused', ...denial, reason: `${reference} was denied`, at: now };
    }
    case AuthorizationStatus.Voided: {
      const code = 'AUTHORIZATION_VOIDED';
      return { status: 'refused', code, reason: `${reference} was voided`, at: now };
    }
    case AuthorizationStatus.Created:
    case AuthorizationStatus.PartiallyCaptured:
    case AuthorizationStatus.Captured: {
      const { expirationTime, createTime } = told;
      const expiresAt = expirationTime === undefined ? null : instantFrom(expirationTime);
      return { status: 'authorised', reference, expiresAt, at: instantFrom(createTime) };
    }
    default:
      throw undecided(reference, told.status, told.statusDetails?.reason);
  }
}

function orderRequestOf(request: RequestOf<'authorise'>): OrderRequest {
  const { paymentId, authorisationId, amount, returnUrl } = request;
  return {
    intent: CheckoutPaymentIntent.Authorize,
    purchaseUnits: [
      { amount: toPayPalAmount(amount), customId: paymentId, invoiceId: authorisationId },
    ],
    paymentSource: {
      paypal: {
        experienceContext: {
          // The same page: asking again tells whether the payer approved.
          ...(returnUrl !== null && { returnUrl, cancelUrl: returnUrl }),
          userAction: PaypalExperienceUserAction.PayNow,
          shippingPreference: PaypalWalletContextShippingPreference.NoShipping,
        },
      },
    },
  };
}
