/** @jest-environment jsdom */
import { serve } from '../../test/browser.js';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { newQueryClient } from '../client/queries.js';
import { beginSession } from '../session/session-store.js';
import { Language } from '../words/language.js';
import { Attention } from './attention.js';

function show(unfinished: number | null): void {
  serve(() => ({ status: 200, body: { items: [], unfinished } }));
  const caller = { client: 'omar', role: 'operator' } as const;
  beginSession({ caller, idleEndsAt: null, endsAt: null });
  render(
    <Language>
      <QueryClientProvider client={newQueryClient(() => undefined)}>
        <Attention />
      </QueryClientProvider>
    </Language>,
  );
}

afterEach(cleanup);

describe('what waits for a person', () => {
  it('is nothing once the history is read', async () => {
    show(0);
    await screen.findByText('Nothing waits.');
  });

  it('is not known before', async () => {
    show(null);
    await screen.findByText(/what waits is not known yet/);
    expect(screen.queryByText('Nothing waits.')).toBeNull();
  });
});
