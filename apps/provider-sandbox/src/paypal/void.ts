import { Money } from '#money';
import { unnote } from '../ledger/due.js';
import type { PayPalDesk } from './desk.js';
import { refused } from './errors.js';
import { lapsesAt } from './lapse-time.js';
import type { PayPalAuthorization } from './records.js';
import { renderAuthorization } from './render.js';

/**
 * Gives up an authorisation; what it still holds goes back to the payer.
 *
 * @throws PayPalRefusal when it is spent or void already.
 */
export function voidAuthorization(desk: PayPalDesk, id: string): PayPalAuthorization {
  const authorization = desk.authorization(id);
  if (authorization.status === 'CAPTURED') throw refused('PREVIOUSLY_CAPTURED');
  if (authorization.status === 'VOIDED') throw refused('PREVIOUSLY_VOIDED');
  if (authorization.parentId !== null) throw refused('CANNOT_BE_VOIDED');
  if (authorization.replacedBy !== null) {
    const successor = latestOf(desk, authorization);
    if (successor.status === 'CAPTURED') throw refused('PREVIOUSLY_CAPTURED');
    end(desk, successor, false);
  }
  return end(desk, authorization, false);
}

/** The authorization that holds the money after all renewals. */
function latestOf(desk: PayPalDesk, authorization: PayPalAuthorization): PayPalAuthorization {
  let latest = authorization;
  while (latest.replacedBy !== null) latest = desk.authorization(latest.replacedBy);
  return latest;
}

/** No capture came in time. PayPal shows it as voided. */
export function lapse(desk: PayPalDesk, id: string): void {
  const authorization = desk.draft.get('paypal-authorization', id);
  if (authorization === undefined) return;
  if (authorization.status === 'CAPTURED' || authorization.status === 'VOIDED') return;
  end(desk, authorization, true);
}

function end(
  desk: PayPalDesk,
  authorization: PayPalAuthorization,
  lapsed: boolean,
): PayPalAuthorization {
  const { id, currency, amount, captured } = authorization;
  unnote(desk.draft, { kind: 'paypal-authorisation-lapses', id }, lapsesAt(authorization));
  const ended: PayPalAuthorization = {
    ...authorization,
    status: 'VOIDED',
    updatedAt: desk.nowIso,
    lapsed,
  };
  desk.draft.put('paypal-authorization', id, ended);
  if (authorization.replacedBy === null) {
    const left = Money.of(amount - captured, currency);
    desk.book({ id: `${id}-void`, kind: 'void', reference: id, amount: left, of: authorization });
  }
  desk.tell({
    type: 'PAYMENT.AUTHORIZATION.VOIDED',
    resourceType: 'authorization',
    resource: renderAuthorization(desk, ended),
    summary: 'A payment authorization was voided.',
    orderId: authorization.orderId,
  });
  return ended;
}
