import type { CheckList, Observation } from './check-list.js';
import { amount, refusalOf, show, type Scene } from './scene.js';

/** What must never go through, and what must go through only once. */
export async function playRefusals(scene: Scene, checks: CheckList): Promise<void> {
  await checks.observe('double click: one payment', () => doubleClick(scene));
  await checks.observe('same key, other body: refused', () => otherBody(scene));
  await checks.observe('card number in metadata: refused', () => cardNumber(scene));
  await checks.observe('refund above what was captured: refused', () => tooMuch(scene));
}

async function doubleClick(scene: Scene): Promise<Observation> {
  const order = scene.order({ amount: amount('1500', 'EUR') });
  const key = scene.newKey();
  const [first, second] = await Promise.all([
    scene.shop.initiate(order, key),
    scene.shop.initiate(order, key),
  ]);
  return [
    first.paymentId === second.paymentId,
    `both clicks answered with payment ${first.paymentId}`,
  ];
}

async function otherBody(scene: Scene): Promise<Observation> {
  const order = scene.order({ amount: amount('1600', 'EUR') });
  const key = scene.newKey();
  await scene.shop.initiate(order, key);
  const other = { ...order, amount: amount('160000', 'EUR') };
  const code = await refusalOf(scene.shop.initiate(other, key));
  return [code === 'idempotency-key-reused', code];
}

async function cardNumber(scene: Scene): Promise<Observation> {
  // The test number that every payment company prints in its manual.
  const metadata = { note: 'card 4242 4242 4242 4242' };
  const order = scene.order({ amount: amount('1700', 'EUR'), metadata });
  const code = await refusalOf(scene.shop.initiate(order, scene.newKey()));
  return [code === 'card-data-refused', code];
}

async function tooMuch(scene: Scene): Promise<Observation> {
  const { paymentId, captured } = await scene.pay({
    amount: amount('900', 'EUR'),
    intent: 'capture',
  });
  const refund = scene.shop.refund(paymentId, { amount: amount('901', 'EUR') }, scene.newKey());
  const code = await refusalOf(refund);
  return [code === 'refund-exceeds-captured', `${code} (${show(captured)} captured)`];
}
