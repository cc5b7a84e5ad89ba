import type { PaymentReply } from '#client';
import type { CheckList, Observation } from './check-list.js';
import { amount, show, type OrderChanges, type Scene } from './scene.js';

const ATTEMPTS_MAX = 48;

/** Longest wait for a view to show what was just answered. */
const VIEW_MS_MAX = 30_000;

/**
 * Someone with an account made up today buys more and more, from a country that fits neither card
 * nor address. At some point the model wants a person to look.
 */
export async function playHeldPayment(scene: Scene, checks: CheckList): Promise<void> {
  let held: PaymentReply | null = null;
  await checks.observe('fraud: a suspicious payment is held', async () => {
    const found = await findHeld(scene);
    held = found.held;
    const { score = null, degraded = null } = found.held?.risk ?? {};
    const why =
      score === null ? `not scored: ${degraded ?? 'no verdict'}` : `score ${score.toFixed(3)}`;
    return [
      held !== null && score !== null,
      found.held ? `${show(found.held.amount)} held, ${why}, try ${found.tries}` : 'none was held',
    ];
  });
  await checks.observe('fraud: the held payment is a case', () => caseOpened(scene, held));
  await checks.observe('fraud: held payment released by a decision', () => released(scene, held));
  await checks.observe('fraud: the decided case is closed', () => caseClosed(scene, held));
}

async function findHeld(
  scene: Scene,
): Promise<{ readonly held: PaymentReply | null; readonly tries: number }> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const order = scene.order(suspicious(attempt));
    const payment = await scene.shop.initiate(order, scene.newKey());
    if (payment.status === 'held') return { held: payment, tries: attempt };
  }
  return { held: null, tries: ATTEMPTS_MAX };
}

/** A little more suspicious with every attempt, so that the band between the verdicts is met. */
function suspicious(attempt: number): OrderChanges {
  const euro = Math.round(60 * 1.1 ** attempt);
  return {
    amount: amount(`${euro}00`, 'EUR'),
    merchantId: `merchant-electronics-${attempt % 3}`,
    intent: 'capture',
    ipCountry: attempt > 4 ? 'BR' : 'DE',
    shippingCountry: attempt > 10 ? 'NL' : 'DE',
  };
}

/** How many payments are left, at most, for the person who opens the console. */
const WAITING_MAX = 4;

/**
 * Holds some more payments and leaves them undecided: the console is to have work. What was
 * declined before is held against the merchants, so that a later story finds fewer.
 */
export async function leaveSomeWaiting(scene: Scene, checks: CheckList): Promise<void> {
  await checks.observe('fraud: payments wait at the console', async () => {
    const shown: string[] = [];
    while (shown.length < WAITING_MAX) {
      const { held } = await findHeld(scene);
      if (!held) break;
      shown.push(show(held.amount));
    }
    return [shown.length > 0, shown.join(', ') || 'none was held'];
  });
}

async function caseOpened(scene: Scene, held: PaymentReply | null): Promise<Observation> {
  if (!held) return [false, 'no payment was held'];
  const { status } = await scene.views.caseOf(held.paymentId, held.position, VIEW_MS_MAX);
  return [status === 'open', `case ${held.paymentId} is ${status}`];
}

async function released(scene: Scene, held: PaymentReply | null): Promise<Observation> {
  if (!held) return [false, 'no payment was held'];
  const note = 'Called back on the number on file; it is the customer.';
  const decision = { decision: 'approve', note } as const;
  const payment = await scene.analyst.review(held.paymentId, decision, scene.newKey());
  return [
    payment.status === 'captured' && payment.captured.amount === held.amount.amount,
    `local-analyst approved, ${show(payment.captured)} captured`,
  ];
}

async function caseClosed(scene: Scene, held: PaymentReply | null): Promise<Observation> {
  if (!held) return [false, 'no payment was held'];
  const { paymentId, position } = await scene.shop.payment(held.paymentId);
  const { status, decision } = await scene.views.caseOf(paymentId, position, VIEW_MS_MAX);
  const outcome = decision ? `${decision.outcome} by ${decision.analyst}` : 'no decision';
  return [status === 'closed' && decision?.outcome === 'approved', `${status}, ${outcome}`];
}
