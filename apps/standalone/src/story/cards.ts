import type { CheckList, Observation } from './check-list.js';
import { amount, refusalOf, show, type Scene } from './scene.js';

/** Payments by card through Stripe: what a shop does every day, in three kinds of money. */
export async function playCards(scene: Scene, checks: CheckList): Promise<void> {
  await checks.observe('card: captured in part, refunded in part', () => partial(scene));
  await checks.observe('card: yen have no decimals', () => yen(scene));
  await checks.observe('card: rials have three decimals', () => rials(scene));
  await checks.observe('card: 5.125 OMR refused, not rounded', () => tooFine(scene));
  await checks.observe('card: declined by the bank', () => declined(scene));
  await checks.observe('card: authorised, then voided', () => voided(scene));
}

async function partial(scene: Scene): Promise<Observation> {
  const { paymentId } = await scene.pay({ amount: amount('2000', 'EUR') });
  await scene.shop.capture(
    paymentId,
    { amount: amount('1200', 'EUR'), final: true },
    scene.newKey(),
  );
  const payment = await scene.shop.refund(
    paymentId,
    { amount: amount('500', 'EUR'), reason: 'one of the two came broken' },
    scene.newKey(),
  );
  const { authorised, captured, refunded } = payment;
  return [
    authorised.amount === '2000' && captured.amount === '1200' && refunded.amount === '500',
    `${show(payment.amount)} authorised, ${show(captured)} captured, ${show(refunded)} refunded`,
  ];
}

async function yen(scene: Scene): Promise<Observation> {
  const payment = await scene.pay({ amount: amount('1050', 'JPY'), intent: 'capture' });
  const { captured } = payment;
  return [captured.amount === '1050', `${show(captured)} ${payment.status}`];
}

async function rials(scene: Scene): Promise<Observation> {
  const payment = await scene.pay({ amount: amount('5120', 'OMR'), intent: 'capture' });
  const { captured } = payment;
  return [captured.amount === '5120', `${show(captured)} ${payment.status}`];
}

async function tooFine(scene: Scene): Promise<Observation> {
  const code = await refusalOf(scene.pay({ amount: amount('5125', 'OMR'), intent: 'capture' }));
  return [code === 'amount-not-supported', code];
}

async function declined(scene: Scene): Promise<Observation> {
  const token = 'pm_card_chargeDeclinedInsufficientFunds';
  const payment = await scene.pay({
    amount: amount('2500', 'EUR'),
    method: { kind: 'card', token },
  });
  const { status, captured } = payment;
  return [status === 'declined' && captured.amount === '0', `${show(payment.amount)} ${status}`];
}

async function voided(scene: Scene): Promise<Observation> {
  const { paymentId } = await scene.pay({ amount: amount('1800', 'EUR') });
  const payment = await scene.shop.void(paymentId, scene.newKey());
  return [
    payment.status === 'voided' && payment.captured.amount === '0',
    `${show(payment.amount)} ${payment.status}`,
  ];
}
