/** @jest-environment jsdom */
import { serve, type Reply, type Sent } from '../../test/browser.js';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type { ProjectionServiceTypes } from '#client';
import { newQueryClient } from '../client/queries.js';
import { beginSession } from '../session/session-store.js';
import { Language } from '../words/language.js';
import { PaymentActions } from './payment-actions.js';

type Payment = ProjectionServiceTypes.PaymentResponse;

const eur = (amount: string) => ({ amount, currency: 'EUR' });

const AUTHORISED = {
  paymentId: 'payment-1',
  status: 'authorised',
  outcomeUnknown: false,
  amount: eur('1100'),
  authorised: eur('1050'),
  captured: eur('0'),
  refunded: eur('0'),
} as Payment;
const CAPTURED: Payment = { ...AUTHORISED, status: 'partially-refunded', captured: eur('1050') };
const PARTLY_REFUNDED: Payment = { ...CAPTURED, refunded: eur('250') };

const ok = (): Reply => ({ status: 200, body: { position: '1/1' } });
const refused = (): Reply => ({
  status: 409,
  body: { code: 'operation-in-progress', title: 'Another operation is under way.' },
});

let user: UserEvent;

afterEach(cleanup);

/** @returns what shows it as another one. */
function show(of: Payment, role: 'service' | 'operator' = 'service'): (of: Payment) => void {
  beginSession({ caller: { client: 'shop', role }, idleEndsAt: null, endsAt: null });
  user = userEvent.setup();
  const queries = newQueryClient(() => undefined);
  const page = (payment: Payment): ReactNode => (
    <Language>
      <QueryClientProvider client={queries}>
        <PaymentActions of={payment} />
      </QueryClientProvider>
    </Language>
  );
  const { rerender } = render(page(of));
  return (payment) => rerender(page(payment));
}

const press = (name: string | RegExp): Promise<void> =>
  user.click(screen.getByRole('button', { name }));

const keysOf = (sent: readonly Sent[]) => sent.map(({ headers }) => headers['idempotency-key']);

describe('what moves money at a payment', () => {
  it.each([
    ['Capture …', AUTHORISED, 'capture', { amount: eur('1050') }, /^Takes EUR 10\.50 from/],
    ['Void …', AUTHORISED, 'void', {}, /^Gives up the hold of EUR 10\.50/],
    ['Refund …', PARTLY_REFUNDED, 'refund', { amount: eur('800') }, /^Gives EUR 8\.00 back/],
  ] as const)('%s says what it does, and does that once confirmed', async (...row) => {
    const [name, payment, operation, body, sentence] = row;
    const sent = serve(ok);
    show(payment);
    await press(name);
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(sent).toEqual([]);
    await user.dblClick(screen.getByRole('button', { name: 'Do it' }));
    await screen.findByRole('button', { name });
    const path = `/v1/payments/payment-1/${operation}`;
    expect(sent.filter(({ method }) => method === 'POST')).toMatchObject([{ path, body }]);
    expect(keysOf(sent)[0]).toMatch(/^console-[0-9a-f]{32}$/);
  });

  it('is left by a second button, and then asked for under a key of its own', async () => {
    const sent = serve(refused);
    show(AUTHORISED);
    await press('Void …');
    await press('Leave it');
    expect(sent).toEqual([]);
    for (let times = 0; times < 2; times += 1) {
      await press('Void …');
      await press('Do it');
      await screen.findByText('operation-in-progress');
    }
    expect(new Set(keysOf(sent)).size).toBe(2);
  });

  it('goes on with the amount that was said, also where more was captured since', async () => {
    const sent = serve(ok);
    const showAs = show(PARTLY_REFUNDED);
    await press('Refund …');
    showAs({ ...PARTLY_REFUNDED, captured: eur('5000') });
    expect(screen.getByText(/EUR 8\.00/)).toBeTruthy();
    await press('Do it');
    await screen.findByRole('button', { name: 'Refund …' });
    expect(sent).toMatchObject([{ body: { amount: eur('800') } }]);
  });

  it('shows a refusal with its code, and offers the same again', async () => {
    serve(refused);
    show(CAPTURED);
    await press('Refund …');
    await press('Do it');
    expect((await screen.findByRole('alert')).textContent).toMatch(/operation-in-progress/);
    expect(screen.getByRole('button', { name: 'Refund …' })).toBeTruthy();
  });

  it.each([null, { status: 503, body: { code: 'unavailable' } }])(
    'says that it does not know after %j, and goes on under the same key only',
    async (away) => {
      let isAway = true;
      const sent = serve(() => (isAway ? away : ok()));
      show(CAPTURED);
      await press('Refund …');
      await press('Do it');
      const again = await screen.findByText('Send the same again', {}, { timeout: 10_000 });
      expect(screen.getByRole('alert').textContent).toMatch(/not known whether/);
      expect(screen.queryByRole('button', { name: 'Leave it' })).toBeNull();
      isAway = false;
      await user.click(again);
      await screen.findByRole('button', { name: 'Refund …' });
      expect([new Set(keysOf(sent)).size, keysOf(sent).length]).toEqual([1, 4]);
    },
  );

  it('is not sent to another payment that is shown meanwhile', async () => {
    const sent = serve(() => null);
    const showAs = show(CAPTURED);
    await press('Refund …');
    await press('Do it');
    await screen.findByText('Send the same again', {}, { timeout: 10_000 });
    showAs({ ...CAPTURED, paymentId: 'payment-2' });
    expect(screen.queryByText('Send the same again')).toBeNull();
    expect(new Set(sent.map(({ path }) => path)).size).toBe(1);
  });

  it('is for who the payment belongs to, and not while its outcome is unknown', () => {
    show(AUTHORISED, 'operator');
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    show({ ...AUTHORISED, outcomeUnknown: true });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
