import { Money } from '#money';
import type { Assessment, EventOf, Intent, PaymentEvent, Verdict } from '#payments';

export const PAYMENT_ID = '5b8d3b5e-0000-5000-8000-000000000001';
export const NOW = '2026-03-01T12:00:00.000Z';

/** "10.50" euros. */
export function eur(text: string): Money {
  return Money.parse(text, 'EUR');
}

export function initiated(
  change: Partial<EventOf<'PaymentInitiated'>['data']> = {},
): EventOf<'PaymentInitiated'> {
  return {
    type: 'PaymentInitiated',
    data: {
      paymentId: PAYMENT_ID,
      orderId: 'order-1',
      merchantId: 'merchant-1',
      customerId: 'customer-1',
      amount: eur('10.00'),
      provider: 'stripe',
      method: { kind: 'card', token: 'pm_card_visa' },
      intent: 'authorise' satisfies Intent,
      card: null,
      deviceId: null,
      ipCountry: null,
      shippingCountry: null,
      metadata: {},
      occurredAt: NOW,
      initiatedAt: NOW,
      ...change,
    },
  };
}

export const ASSESSMENT: Assessment = {
  assessmentId: 'assessment-1',
  score: 0.01,
  verdict: 'approve',
  reasons: [],
  modelVersion: '2026-01',
  modelHash: 'hash',
  features: [1, 2],
  featuresHash: 'features',
  featuresPosition: '7/7',
  latencyMs: 3,
  degraded: null,
};

export function assessed(
  verdict: Verdict = 'approve',
  change: Partial<EventOf<'RiskAssessed'>['data']> = {},
): EventOf<'RiskAssessed'> {
  const policy = 'policy-1';
  const fixed = { paymentId: PAYMENT_ID, stage: 'inline', policy, assessedAt: NOW } as const;
  return { type: 'RiskAssessed', data: { ...ASSESSMENT, ...fixed, verdict, ...change } };
}

export const held: PaymentEvent = {
  type: 'PaymentHeldForReview',
  data: { paymentId: PAYMENT_ID, reason: 'score', heldAt: NOW },
};

export function reviewed(type: 'ReviewApproved' | 'ReviewRejected'): PaymentEvent {
  return { type, data: { paymentId: PAYMENT_ID, analyst: 'amal', note: '', decidedAt: NOW } };
}

export function authorisationRequested(id = 'a1', amount = eur('10.00')): PaymentEvent {
  const data = { paymentId: PAYMENT_ID, authorisationId: id, amount, requestedAt: NOW };
  return { type: 'AuthorisationRequested', data };
}

export function payerActionRequired(id = 'a1'): PaymentEvent {
  const waiting = { orderReference: 'ORDER-1', deadline: null, requiredAt: NOW };
  const action = { url: 'https://payer.example/act', ...waiting };
  return {
    type: 'PayerActionRequired',
    data: { paymentId: PAYMENT_ID, authorisationId: id, ...action },
  };
}

export function authorised(id = 'a1', amount = eur('10.00')): PaymentEvent {
  const facts = { amount, reference: 'pi_1', expiresAt: null, authorisedAt: NOW };
  return {
    type: 'PaymentAuthorised',
    data: { paymentId: PAYMENT_ID, authorisationId: id, ...facts },
  };
}

export function captureRequested(id: string, amount: string, final = true): PaymentEvent {
  const facts = { captureId: id, amount: eur(amount), final, requestedAt: NOW };
  return { type: 'CaptureRequested', data: { paymentId: PAYMENT_ID, ...facts } };
}

export function captured(id: string, amount: string, final = true): PaymentEvent {
  const facts = { captureId: id, amount: eur(amount), final, reference: `ch_${id}` };
  return { type: 'PaymentCaptured', data: { paymentId: PAYMENT_ID, ...facts, capturedAt: NOW } };
}

export function captureFailed(id: string, amount: string): PaymentEvent {
  const facts = { captureId: id, amount: eur(amount), code: 'declined', reason: 'no' };
  return { type: 'CaptureFailed', data: { paymentId: PAYMENT_ID, ...facts, failedAt: NOW } };
}

export function refundRequested(id: string, amount: string, captureId = 'c1'): PaymentEvent {
  const facts = { refundId: id, captureId, amount: eur(amount), reason: '', requestedAt: NOW };
  return { type: 'RefundRequested', data: { paymentId: PAYMENT_ID, ...facts } };
}

export function refunded(id: string, amount: string, captureId = 'c1'): PaymentEvent {
  const facts = { refundId: id, captureId, amount: eur(amount), reference: `re_${id}` };
  return { type: 'PaymentRefunded', data: { paymentId: PAYMENT_ID, ...facts, refundedAt: NOW } };
}

export function refundFailed(id: string, amount: string): PaymentEvent {
  const facts = { refundId: id, amount: eur(amount), code: 'declined', reason: 'no' };
  return { type: 'RefundFailed', data: { paymentId: PAYMENT_ID, ...facts, failedAt: NOW } };
}

export function voidRequested(id = 'v1'): PaymentEvent {
  const data = { paymentId: PAYMENT_ID, voidId: id, requestedAt: NOW };
  return { type: 'VoidRequested', data };
}

export function voided(id = 'v1', amount = eur('10.00')): PaymentEvent {
  const data = { paymentId: PAYMENT_ID, voidId: id, amount, voidedAt: NOW };
  return { type: 'PaymentVoided', data };
}

/** A payment that holds its money and has taken none. */
export const AUTHORISED = [
  initiated(),
  assessed(),
  authorisationRequested(),
  authorised(),
] as const;

/** Every event after which a payment goes no further. */
export function endings(paymentId: string, at: string): readonly PaymentEvent[] {
  const cancellation = { paymentId, cancellationId: 'x1', reason: 'requested' } as const;
  const voiding = { paymentId, voidId: 'v1', amount: eur('10.00'), voidedAt: at };
  return [
    { type: 'CancellationPlanned', data: { ...cancellation, plannedAt: at } },
    { type: 'PaymentCancelled', data: { ...cancellation, cancelledAt: at } },
    { type: 'PaymentVoided', data: voiding },
    { type: 'AuthorisationExpired', data: { paymentId, reference: 'pi_1', expiredAt: at } },
  ];
}
