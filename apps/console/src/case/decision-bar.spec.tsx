/** @jest-environment jsdom */
import { serve, type Reply } from '../../test/browser.js';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { Case } from '../client/cases.js';
import { newQueryClient } from '../client/queries.js';
import { beginSession } from '../session/session-store.js';
import { Language } from '../words/language.js';
import { DecisionBar } from './decision-bar.js';

const ANALYST = { client: 'amal', role: 'analyst' } as const;
const SEEN_MS = 550;

let user: UserEvent;
let serial = 0;

function show(role: 'analyst' | 'auditor' = 'analyst'): string {
  serial += 1;
  const paymentId = `payment-${serial}`;
  beginSession({ caller: { ...ANALYST, role }, idleEndsAt: null, endsAt: null });
  user = userEvent.setup();
  render(
    <Language>
      <QueryClientProvider client={newQueryClient(() => undefined)}>
        <DecisionBar
          of={
            {
              paymentId,
              status: 'open',
              desk: { revision: 3, lease: null, snooze: null, assignment: null, escalation: null },
            } as Case
          }
          onDecided={() => undefined}
        />
      </QueryClientProvider>
    </Language>,
  );
  return paymentId;
}

const seen = (): Promise<void> =>
  act(() => new Promise<void>((resolve) => setTimeout(resolve, SEEN_MS)));

const posts = (sent: ReturnType<typeof serve>) => sent.filter(({ method }) => method === 'POST');

const ok = (): Reply => ({ status: 200, body: { position: '1/1' } });

afterEach(cleanup);

describe('deciding a case', () => {
  it('approves by one key, once, however often it is pressed', async () => {
    const sent = serve(ok);
    const paymentId = show();
    await seen();
    await user.keyboard('aaa');
    await screen.findByText(/^Approved, and recorded/);
    expect(posts(sent)).toMatchObject([
      { path: `/v1/payments/${paymentId}/review`, body: { decision: 'approve', note: '' } },
    ]);
    expect(posts(sent)[0]?.headers['idempotency-key']).toMatch(/^console-[0-9a-f]{32}$/);
  });

  it('does nothing for a key that was pressed before the case was seen', async () => {
    const sent = serve(ok);
    show();
    await user.keyboard('a');
    await seen();
    expect(posts(sent)).toEqual([]);
  });

  it('does nothing for a key that is still held from the case before', async () => {
    const sent = serve(ok);
    show();
    const held = { key: 'a', code: 'KeyA' };
    fireEvent.keyDown(document.body, held);
    await seen();
    fireEvent.keyDown(document.body, held);
    fireEvent.keyDown(document.body, { ...held, repeat: true });
    expect(posts(sent)).toEqual([]);
    fireEvent.keyUp(document.body, held);
    await user.keyboard('a');
    expect(posts(sent)).toHaveLength(1);
  });

  it('rejects by r, a reason and Enter, and not without a reason', async () => {
    const sent = serve(ok);
    show();
    await seen();
    await user.keyboard('r{Enter}');
    expect(posts(sent)).toEqual([]);
    await user.keyboard('2{Enter}');
    await screen.findByText(/^Rejected, and recorded/);
    expect(posts(sent)).toMatchObject([
      { body: { decision: 'reject', reason: 'account-takeover', expectedRevision: 3 } },
    ]);
  });

  it('says that it does not know when no answer comes, and sends the same key again', async () => {
    let isAway = true;
    const sent = serve(() => (isAway ? null : ok()));
    show();
    await seen();
    await user.keyboard('a');
    const again = await screen.findByText('Send the same again', {}, { timeout: 10_000 });
    await user.keyboard('ar1{Enter}');
    isAway = false;
    await user.click(again);
    await screen.findByText(/^Approved, and recorded/);
    const keys = posts(sent).map(({ headers }) => headers['idempotency-key']);
    expect([new Set(keys).size, keys.length]).toEqual([1, 4]);
  });

  it('shows a refusal with its code, keeps the note, and lets decide again', async () => {
    serve(({ method }) =>
      method === 'POST'
        ? { status: 409, body: { code: 'review-not-possible', title: 'It was decided.' } }
        : ok(),
    );
    show();
    await user.type(screen.getByRole('textbox'), 'called back');
    await seen();
    await user.click(screen.getByRole('button', { name: /Approve/ }));
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /Not recorded.*review-not-possible/,
    );
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('called back');
  });

  it('is for analysts', async () => {
    const sent = serve(ok);
    show('auditor');
    await seen();
    await user.keyboard('a');
    expect(screen.queryByRole('button', { name: /Approve/ })).toBeNull();
    expect(posts(sent)).toEqual([]);
  });
});
