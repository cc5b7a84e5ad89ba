import type { CheckList, Observation } from './check-list.js';
import { amount, show, type Scene } from './scene.js';

/** A payment with PayPal: the payer is sent away, approves, and comes back. */
export async function playPayPal(scene: Scene, checks: CheckList): Promise<void> {
  await checks.observe('PayPal: the payer approves, we capture', () => approved(scene));
}

async function approved(scene: Scene): Promise<Observation> {
  const started = await scene.pay({
    amount: amount('3300', 'EUR'),
    provider: 'paypal',
    method: { kind: 'paypal' },
    intent: 'capture',
  });
  if (!started.action) return [false, `no page for the payer: ${started.status}`];
  await approveAsPayer(started.action.url);
  // PayPal tells us by webhook that the payer has approved.
  const payment = await scene.until(started.paymentId, ['captured', 'declined']);
  const { status, captured } = payment;
  return [status === 'captured' && captured.amount === '3300', `${show(captured)} ${status}`];
}

/** Presses the button on the page that the payer is sent to. */
async function approveAsPayer(url: string): Promise<void> {
  const page = new URL(url);
  const form = new URLSearchParams(page.searchParams);
  form.set('action', 'approve');
  const answer = await fetch(new URL(page.pathname, page), {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  await answer.arrayBuffer();
  if (answer.status >= 400) throw new Error(`the payer's page answers ${answer.status}`);
}
