import { AuthorizationStatus, type PaymentAuthorization } from '@paypal/paypal-server-sdk';
import { IMMOVABLE } from '../attempts.js';
import type { Instant, OutcomeOf, RequestOf } from '#provider-port';
import { WHOLE, type PayPalAccount } from './account.js';
import { paypalRefusalOf, toPayPalAmount } from './amount.js';
import { authorisationsOf, instantFrom, present, undecided } from './objects.js';

/** Holds the money for a further honour period; PayPal gives the new hold an id of its own. */
export async function reauthorise(
  account: PayPalAccount,
  { reauthorisationId, reference, amount, promisedAt }: RequestOf<'reauthorise'>,
): Promise<OutcomeOf<'reauthorise'>> {
  const immovable = paypalRefusalOf(amount, 'authorise');
  if (immovable !== null) return account.attempts.refuse(IMMOVABLE, immovable);
  return account.attempts.settle<OutcomeOf<'reauthorise'>>({
    forgotten: account.isForgotten(promisedAt),
    run: async () => {
      const answer = await account.payments((payments) =>
        payments.reauthorizePayment({
          authorizationId: reference,
          paypalRequestId: reauthorisationId,
          prefer: WHOLE,
          body: { amount: toPayPalAmount(amount) },
        }),
      );
      return outcomeOf(answer, account.instant());
    },
    readBack: async () => {
      const renewed = await renewedFrom(account, reference);
      return renewed ? outcomeOf(renewed, account.instant()) : null;
    },
  });
}

/** PayPal renews a hold once, so a younger one of the same order is the renewed one. */
async function renewedFrom(
  account: PayPalAccount,
  reference: string,
): Promise<PaymentAuthorization | null> {
  const parent = await account.authorisation(reference);
  const order = await account.orderOf(parent);
  const made = Date.parse(present(parent.createTime, 'create_time'));
  const younger = (order ? authorisationsOf(order) : []).filter(
    ({ id, createTime }) => id !== reference && Date.parse(createTime ?? '') > made,
  );
  return younger.at(-1) ?? null;
}

/** @throws ProviderUnavailable while PayPal reviews it, or of a status we do not know. */
function outcomeOf(renewed: PaymentAuthorization, now: Instant): OutcomeOf<'reauthorise'> {
  const reference = present(renewed.id, 'authorisation id');
  switch (renewed.status) {
    case AuthorizationStatus.Denied:
    case AuthorizationStatus.Voided: {
      const code = `AUTHORIZATION_${renewed.status}`;
      return { status: 'refused', code, reason: `${reference} is ${renewed.status}`, at: now };
    }
    case AuthorizationStatus.Created:
    case AuthorizationStatus.PartiallyCaptured:
    case AuthorizationStatus.Captured: {
      const { expirationTime, createTime } = renewed;
      const expiresAt = expirationTime === undefined ? null : instantFrom(expirationTime);
      return { status: 'reauthorised', reference, expiresAt, at: instantFrom(createTime) };
    }
    default:
      throw undecided(reference, renewed.status, renewed.statusDetails?.reason);
  }
}
