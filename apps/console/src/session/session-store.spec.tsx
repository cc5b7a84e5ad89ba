/** @jest-environment jsdom */
import '../../test/browser.js';
import { jest } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';

/** The tabs of one browser: what this one is told is told by calling it. */
const told: ((event: { data: unknown }) => void)[] = [];
const said: unknown[] = [];
Object.assign(globalThis, {
  BroadcastChannel: class {
    addEventListener(_type: string, listener: (event: { data: unknown }) => void): void {
      told.push(listener);
    }
    postMessage(data: unknown): void {
      said.push(data);
    }
  },
});

const { beginSession, endSession, usePresence } = await import('./session-store.js');

const AMAL = { client: 'amal', role: 'analyst' } as const;
const BEN = { client: 'ben', role: 'analyst' } as const;

const sessionOf = (caller: typeof AMAL | typeof BEN | null) => ({
  caller,
  idleEndsAt: null,
  endsAt: null,
});

const tell = (caller: typeof AMAL | typeof BEN): void =>
  act(() => {
    for (const listener of told) listener({ data: { type: 'in', session: sessionOf(caller) } });
  });

function Shown(): ReactNode {
  const presence = usePresence();
  return <p>{'caller' in presence ? `${presence.caller.client} ${presence.is}` : presence.is}</p>;
}

const shown = (): string => screen.getByRole('paragraph').textContent;

beforeEach(() => {
  // jsdom cannot go to another page, and says so on the console.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  sessionStorage.setItem('assay-draft-payment-1', '{"note":"of amal"}');
  beginSession(sessionOf(AMAL));
  render(<Shown />);
});

afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

describe('a page whose browser signed in another person', () => {
  it('shows nothing of the one before, and sends nothing that was begun', () => {
    tell(BEN);
    expect([shown(), sessionStorage.length]).toEqual(['asking', 0]);
  });

  it('does so too where the key is entered over the page', () => {
    act(endSession);
    expect(shown()).toBe('amal expired');
    act(() => beginSession(sessionOf(BEN)));
    expect([shown(), sessionStorage.length]).toEqual(['asking', 0]);
    expect(said.at(-1)).toEqual({ type: 'in', session: sessionOf(BEN) });
  });
});

describe('a page whose person signed in again', () => {
  it('goes on with what was begun, in all tabs', () => {
    act(endSession);
    tell(AMAL);
    expect([shown(), sessionStorage.length]).toEqual(['amal in', 1]);
  });
});
