import type { PayPalDesk } from './desk.js';
import { wireMoney } from './money.js';
import type { PayPalAuthorization, PayPalCapture, PayPalOrder, PayPalRefund } from './records.js';

const PROTECTION = {
  status: 'ELIGIBLE',
  dispute_categories: ['ITEM_NOT_RECEIVED', 'UNAUTHORIZED_TRANSACTION'],
};

/** The sandbox's only payer. */
export const PAYER = {
  email_address: 'payer@example.com',
  account_id: 'SANDBXPAYER22',
  name: { given_name: 'Pat', surname: 'Payer' },
};

export function renderOrder(desk: PayPalDesk, order: PayPalOrder): object {
  const approved = order.status === 'APPROVED' || order.status === 'COMPLETED';
  return {
    id: order.id,
    intent: order.intent,
    status: order.status,
    ...(approved || order.namedWallet ? { payment_source: { paypal: approved ? PAYER : {} } } : {}),
    purchase_units: [{ ...renderUnit(order), ...renderPayments(desk, order) }],
    ...(approved
      ? {
          payer: {
            email_address: PAYER.email_address,
            payer_id: PAYER.account_id,
            name: PAYER.name,
          },
        }
      : {}),
    create_time: order.createdAt,
    update_time: order.updatedAt,
    links: orderLinks(desk, order),
  };
}

/** What an order shows unless all of it is asked for. */
export function renderOrderMinimal(desk: PayPalDesk, order: PayPalOrder): object {
  return { id: order.id, status: order.status, links: orderLinks(desk, order) };
}

export function renderAuthorization(desk: PayPalDesk, authorization: PayPalAuthorization): object {
  const { currency, orderId } = authorization;
  return {
    id: authorization.id,
    status: authorization.status,
    amount: wireMoney(authorization.amount, currency),
    ...ids(authorization),
    seller_protection: PROTECTION,
    // As PayPal's own sandbox has it: the address is unavailable, the security code not processed.
    ...(authorization.processor === undefined
      ? {}
      : {
          processor_response: {
            avs_code: 'G',
            cvv_code: 'P',
            response_code: authorization.processor,
          },
        }),
    expiration_time: desk.parts.clock.iso(authorization.expiresAtMs),
    create_time: authorization.createdAt,
    update_time: authorization.updatedAt,
    supplementary_data: { related_ids: { order_id: orderId } },
    links: authorizationLinks(desk, authorization),
  };
}

export function renderCapture(desk: PayPalDesk, capture: PayPalCapture): object {
  const { currency, amount, fee, orderId, authorizationId } = capture;
  return {
    id: capture.id,
    status: capture.status,
    amount: wireMoney(amount, currency),
    final_capture: capture.final,
    ...ids(capture),
    seller_protection: PROTECTION,
    ...(capture.status === 'PENDING' ? { status_details: { reason: 'ECHECK' } } : {}),
    ...(capture.status === 'PENDING' || capture.status === 'DECLINED'
      ? {}
      : {
          seller_receivable_breakdown: {
            gross_amount: wireMoney(amount, currency),
            paypal_fee: wireMoney(fee, currency),
            net_amount: wireMoney(amount - fee, currency),
          },
        }),
    disbursement_mode: 'INSTANT',
    create_time: capture.createdAt,
    update_time: capture.updatedAt,
    supplementary_data: {
      related_ids: {
        order_id: orderId,
        ...(authorizationId === null ? {} : { authorization_id: authorizationId }),
      },
    },
    links: captureLinks(desk, capture),
  };
}

export function renderRefund(desk: PayPalDesk, refund: PayPalRefund): object {
  const { currency, amount } = refund;
  return {
    id: refund.id,
    status: refund.status,
    amount: wireMoney(amount, currency),
    ...ids(refund),
    ...(refund.status === 'PENDING' ? { status_details: { reason: 'ECHECK' } } : {}),
    ...(refund.noteToPayer === null ? {} : { note_to_payer: refund.noteToPayer }),
    seller_payable_breakdown: {
      gross_amount: wireMoney(amount, currency),
      paypal_fee: wireMoney(refund.feeReturned ?? 0n, currency),
      net_amount: wireMoney(amount - (refund.feeReturned ?? 0n), currency),
      total_refunded_amount: wireMoney(refund.refundedInAll, currency),
    },
    create_time: refund.createdAt,
    update_time: refund.updatedAt ?? refund.createdAt,
    links: refundLinks(desk, refund),
  };
}

/** Id, status and links: what a payment object shows unless all of it is asked for. */
export function minimal(rendered: object): object {
  const { id, status, links } = rendered as Readonly<Record<string, unknown>>;
  return { id, status, links };
}

export function payerLink(desk: PayPalDesk, order: PayPalOrder): object {
  const rel = order.namedWallet ? 'payer-action' : 'approve';
  return { href: `${desk.baseUrl}/checkoutnow?token=${order.id}`, rel, method: 'GET' };
}

function renderUnit({ unit }: PayPalOrder): object {
  return {
    reference_id: unit.referenceId,
    amount: unit.shown['amount'] ?? wireMoney(unit.amount, unit.currency),
    ...Object.fromEntries(Object.entries(unit.shown).filter(([name]) => name !== 'amount')),
    ...ids(unit),
  };
}

function renderPayments(desk: PayPalDesk, order: PayPalOrder): object {
  const authorizations = order.authorizations.map((id) =>
    renderAuthorization(desk, desk.authorization(id)),
  );
  const captures = order.captures.map((id) => renderCapture(desk, desk.capture(id)));
  const refunds = (order.refunds ?? []).flatMap((id) => {
    const refund = desk.draft.get('paypal-refund', id);
    return refund === undefined ? [] : [renderRefund(desk, refund)];
  });
  if (authorizations.length + captures.length === 0) return {};
  return {
    payments: {
      ...(authorizations.length === 0 ? {} : { authorizations }),
      ...(captures.length === 0 ? {} : { captures }),
      ...(refunds.length === 0 ? {} : { refunds }),
    },
  };
}

function orderLinks(desk: PayPalDesk, order: PayPalOrder): object[] {
  const self = `${desk.baseUrl}/v2/checkout/orders/${order.id}`;
  const links: object[] = [{ href: self, rel: 'self', method: 'GET' }];
  if (order.status === 'CREATED' || order.status === 'PAYER_ACTION_REQUIRED') {
    links.push(payerLink(desk, order));
  }
  if (order.status === 'CREATED' || order.status === 'APPROVED') {
    const rel = order.intent === 'CAPTURE' ? 'capture' : 'authorize';
    links.push({ href: self, rel: 'update', method: 'PATCH' });
    links.push({ href: `${self}/${rel}`, rel, method: 'POST' });
  }
  return links;
}

function authorizationLinks(
  desk: PayPalDesk,
  { id, orderId, status }: PayPalAuthorization,
): object[] {
  const self = `${desk.baseUrl}/v2/payments/authorizations/${id}`;
  const up = { href: `${desk.baseUrl}/v2/checkout/orders/${orderId}`, rel: 'up', method: 'GET' };
  const links: object[] = [{ href: self, rel: 'self', method: 'GET' }];
  if (status === 'CREATED' || status === 'PARTIALLY_CAPTURED') {
    for (const rel of ['capture', 'void', 'reauthorize']) {
      links.push({ href: `${self}/${rel}`, rel, method: 'POST' });
    }
  }
  return [...links, up];
}

function captureLinks(
  desk: PayPalDesk,
  { id, orderId, authorizationId, status }: PayPalCapture,
): object[] {
  const self = `${desk.baseUrl}/v2/payments/captures/${id}`;
  const up =
    authorizationId === null
      ? `${desk.baseUrl}/v2/checkout/orders/${orderId}`
      : `${desk.baseUrl}/v2/payments/authorizations/${authorizationId}`;
  return [
    { href: self, rel: 'self', method: 'GET' },
    ...(status === 'REFUNDED' ? [] : [{ href: `${self}/refund`, rel: 'refund', method: 'POST' }]),
    { href: up, rel: 'up', method: 'GET' },
  ];
}

function refundLinks(desk: PayPalDesk, { id, captureId }: PayPalRefund): object[] {
  return [
    { href: `${desk.baseUrl}/v2/payments/refunds/${id}`, rel: 'self', method: 'GET' },
    { href: `${desk.baseUrl}/v2/payments/captures/${captureId}`, rel: 'up', method: 'GET' },
  ];
}

function ids({
  customId,
  invoiceId,
}: {
  customId: string | null;
  invoiceId: string | null;
}): object {
  return {
    ...(customId === null ? {} : { custom_id: customId }),
    ...(invoiceId === null ? {} : { invoice_id: invoiceId }),
  };
}
