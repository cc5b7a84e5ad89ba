/** @jest-environment jsdom */
import { serve, type Reply } from '../../test/browser.js';
import { jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { Case } from '../client/cases.js';
import { newQueryClient } from '../client/queries.js';
import { beginSession } from '../session/session-store.js';
import { Language } from '../words/language.js';
import { DecisionBar } from './decision-bar.js';

const SEEN_MS = 550;

let user: UserEvent;
let serial = 0;

function show(onSignedOut: () => void = () => undefined): void {
  serial += 1;
  const paymentId = `unanswered-${serial}`;
  const caller = { client: 'amal', role: 'analyst' } as const;
  beginSession({ caller, idleEndsAt: null, endsAt: null });
  user = userEvent.setup();
  render(
    <Language>
      <QueryClientProvider client={newQueryClient(onSignedOut)}>
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
}

const seen = (): Promise<void> =>
  act(() => new Promise<void>((resolve) => setTimeout(resolve, SEEN_MS)));

const posts = (sent: ReturnType<typeof serve>) => sent.filter(({ method }) => method === 'POST');

const ok = (): Reply => ({ status: 200, body: { position: '1/1' } });

afterEach(cleanup);

describe('what became of a decision', () => {
  it.each([500, 502, 503, 504])('does not know of an answer of %d either', async (status) => {
    let isAway = true;
    const sent = serve(() => (isAway ? { status, body: { code: 'unavailable' } } : ok()));
    show();
    await seen();
    await user.keyboard('a');
    const again = await screen.findByText('Send the same again', {}, { timeout: 10_000 });
    isAway = false;
    await user.click(again);
    await screen.findByText(/^Approved, and recorded/);
    expect(new Set(posts(sent).map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('does not take a refusal at the door for what became of a try before it', async () => {
    const onSignedOut = jest.fn();
    let tries = 0;
    serve(() => {
      tries += 1;
      return tries === 1 ? null : { status: 401, body: { code: 'unauthenticated' } };
    });
    show(onSignedOut);
    await seen();
    await user.keyboard('a');
    await screen.findByText('Send the same again', {}, { timeout: 10_000 });
    expect(onSignedOut).toHaveBeenCalled();
  });

  it('is recorded, also where the case cannot be read after it', async () => {
    serve(({ method }) =>
      method === 'POST' ? ok() : { status: 503, body: { code: 'position-not-reached' } },
    );
    show();
    await seen();
    await user.keyboard('a');
    await screen.findByText(/^Approved, and recorded/, {}, { timeout: 10_000 });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
