/** @jest-environment jsdom */
import { serve, type Reply, type Sent } from '../../test/browser.js';
import { jest } from '@jest/globals';
import { QueryClientProvider, useMutation } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { DECIDING } from '../case/use-decision.js';
import { newQueryClient } from '../client/queries.js';
import { useNextCase } from './use-next-case.js';

const go = jest.fn();
let decided: () => void;

function Shown(): ReactNode {
  const { take, isTaking } = useNextCase(go);
  const { mutate } = useMutation({
    mutationKey: DECIDING,
    mutationFn: () =>
      new Promise<void>((resolve) => {
        decided = resolve;
      }),
  });
  return (
    <>
      <button onClick={() => mutate()}>decide</button>
      <button onClick={take} disabled={isTaking}>
        next
      </button>
    </>
  );
}

function show(): void {
  render(
    <QueryClientProvider client={newQueryClient(() => undefined)}>
      <Shown />
    </QueryClientProvider>,
  );
}

const press = (name: string): Promise<void> => userEvent.click(screen.getByText(name));
const taken = (): Reply => ({
  status: 200,
  body: { taken: { paymentId: 'payment-1', position: '1/1' } },
});
const posts = (sent: readonly Sent[]) => sent.filter(({ method }) => method === 'POST');

beforeEach(() => {
  go.mockClear();
});

afterEach(cleanup);

describe('the next case', () => {
  it('is not asked for while a decision is on its way, which may yet be refused', async () => {
    const sent = serve(taken);
    show();
    await press('decide');
    await press('next');
    expect(sent).toEqual([]);
    decided();
    await waitFor(async () => {
      await press('next');
      expect(posts(sent)).toHaveLength(1);
    });
  });

  it('is opened when it was taken, also where it cannot be read yet', async () => {
    const away: Reply = { status: 503, body: { code: 'position-not-reached' } };
    const sent = serve(({ method }) => (method === 'POST' ? taken() : away));
    show();
    await press('next');
    await waitFor(() => expect(go).toHaveBeenCalledWith('payment-1'), { timeout: 5_000 });
    expect(posts(sent)).toHaveLength(1);
  });

  it('is the same one after no answer, since that may have taken it', async () => {
    let isAway = true;
    const away: Reply = { status: 503, body: { code: 'unavailable' } };
    const sent = serve(() => (isAway ? away : taken()));
    show();
    await press('next');
    await waitFor(() => expect(posts(sent)).toHaveLength(3), { timeout: 5_000 });
    isAway = false;
    await waitFor(async () => {
      await press('next');
      expect(go).toHaveBeenCalled();
    });
    expect(new Set(posts(sent).map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });
});
