/** @jest-environment jsdom */
import { serve, type Reply, type Sent } from '../../test/browser.js';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import type { Case } from '../client/cases.js';
import { newQueryClient } from '../client/queries.js';
import { beginSession } from '../session/session-store.js';
import { Language } from '../words/language.js';
import { CaseworkBar } from './casework-bar.js';

const DESK = { revision: 3, lease: null, snooze: null, assignment: null, escalation: null };

let user: UserEvent;

function Bar({ written, desk }: { readonly written: string; readonly desk: object }): ReactNode {
  const [note, setNote] = useState(written);
  const of = { paymentId: 'p-1', status: 'open', desk } as Case;
  return (
    <>
      <p>note: {note === '' ? 'none' : note}</p>
      <CaseworkBar of={of} note={note} forgetNote={() => setNote('')} mayWork />
    </>
  );
}

function show(written = '', desk: object = DESK): void {
  const caller = { client: 'amal', role: 'analyst' } as const;
  beginSession({ caller, idleEndsAt: null, endsAt: null });
  user = userEvent.setup();
  render(
    <Language>
      <QueryClientProvider client={newQueryClient(() => undefined)}>
        <Bar written={written} desk={desk} />
      </QueryClientProvider>
    </Language>,
  );
}

const posts = (sent: readonly Sent[]) => sent.filter(({ method }) => method === 'POST');
const ok = (): Reply => ({ status: 200, body: { position: '1/1' } });

afterEach(cleanup);

describe('work on a case', () => {
  it('keeps a note without deciding, and forgets it in the field only then', async () => {
    const sent = serve(ok);
    show('asked the payer');
    await user.click(screen.getByText('Keep the note'));
    await screen.findByText('The note is kept.');
    expect(posts(sent)).toMatchObject([
      { path: '/v1/cases/p-1/notes', body: { note: 'asked the payer' } },
    ]);
    expect(screen.getByText('note: none')).toBeTruthy();
  });

  it('takes an escalation back by its own key', async () => {
    const sent = serve(ok);
    show('for a senior');
    await user.keyboard('e');
    await screen.findByText('Passed on to a senior.');
    await user.keyboard('u');
    await screen.findByText('No longer escalated.');
    expect(posts(sent).map(({ path, body }) => [path, body])).toEqual([
      ['/v1/cases/p-1/escalation', { note: 'for a senior' }],
      ['/v1/cases/p-1/escalation/withdrawal', {}],
    ]);
    expect(new Set(posts(sent).map(({ headers }) => headers['idempotency-key'])).size).toBe(2);
  });

  it('snoozes until the time that was chosen', async () => {
    const sent = serve(ok);
    show();
    await user.keyboard('z');
    await user.click(await screen.findByText('For an hour'));
    await screen.findByText('Off the list until then.');
    const [{ body } = { body: {} }] = posts(sent);
    const until = Date.parse((body as { until: string }).until);
    expect(until - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect(until).toBeGreaterThan(Date.now());
  });

  it('assigns a case to the caller, and to another by a name of the right form only', async () => {
    const sent = serve(ok);
    show();
    await user.keyboard('w');
    await screen.findByText('Assigned.');
    await user.click(screen.getByText('Assign …'));
    const name = await screen.findByLabelText('Name of an analyst’s key');
    await user.type(name, 'Not A Name');
    await user.click(screen.getByText('Give it'));
    expect(posts(sent)).toHaveLength(1);
    await user.clear(name);
    await user.type(name, 'badr{Enter}');
    await screen.findByText('Assigned.');
    expect(posts(sent).map(({ body }) => body)).toEqual([
      { assignee: 'amal' },
      { assignee: 'badr' },
    ]);
  });

  it('sends only the same again while it has no answer', async () => {
    let isAway = true;
    const sent = serve(() => (isAway ? null : ok()));
    show('asked the payer');
    await user.keyboard('e');
    const again = await screen.findByText('Send the same again', {}, { timeout: 10_000 });
    await user.keyboard('w');
    expect(screen.getByText('note: asked the payer')).toBeTruthy();
    isAway = false;
    await user.click(again);
    await screen.findByText('Passed on to a senior.');
    expect(new Set(posts(sent).map(({ path }) => path))).toEqual(
      new Set(['/v1/cases/p-1/escalation']),
    );
    expect(new Set(posts(sent).map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('says what was refused, and lets the person go on', async () => {
    const refusal = { code: 'case-leased', title: 'Another analyst has it' };
    serve(({ method }) => (method === 'POST' ? { status: 409, body: refusal } : ok()));
    show('asked the payer');
    await user.keyboard('e');
    expect((await screen.findByRole('alert')).textContent).toContain('Another analyst has it');
    expect(screen.getByText('note: asked the payer')).toBeTruthy();
    expect(screen.getByText('Keep the note').closest('button')?.disabled).toBe(false);
  });
});
