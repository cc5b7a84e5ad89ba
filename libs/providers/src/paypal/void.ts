import { AuthorizationStatus } from '@paypal/paypal-server-sdk';
import type { OutcomeOf, RequestOf } from '#provider-port';
import { WHOLE, type PayPalAccount } from './account.js';
import { instantFrom } from './objects.js';

/** PayPal refuses a second void; then the authorisation tells that it is void already. */
export function voidAuthorisation(
  account: PayPalAccount,
  { voidId, reference, promisedAt }: RequestOf<'void'>,
): Promise<OutcomeOf<'void'>> {
  return account.attempts.settle<OutcomeOf<'void'>>({
    forgotten: account.isForgotten(promisedAt),
    run: async () => {
      const request = { authorizationId: reference, paypalRequestId: voidId, prefer: WHOLE };
      await account.payments((payments) => payments.voidPayment(request));
      return { status: 'voided', at: account.instant() };
    },
    readBack: async () => {
      const { status, updateTime } = await account.authorisation(reference);
      if (status !== AuthorizationStatus.Voided) return null;
      return { status: 'voided', at: instantFrom(updateTime) };
    },
  });
}
