/** @jest-environment jsdom */
import { serve } from '../../test/browser.js';
import { jest } from '@jest/globals';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { newQueryClient } from '../client/queries.js';
import { beginSession } from '../session/session-store.js';
import { useLive } from './live.js';

const CONNECTING = 0;
const CLOSED = 2;

class Source extends EventTarget {
  static readonly all: Source[] = [];
  readonly CLOSED = CLOSED;
  readyState = CONNECTING;
  onopen: () => void = () => undefined;
  onerror: () => void = () => undefined;
  readonly close = jest.fn();

  constructor(readonly path: string) {
    super();
    Source.all.push(this);
  }
}

class Channel {
  static readonly all: Channel[] = [];
  onmessage: (event: { data: string }) => void = () => undefined;
  readonly postMessage = jest.fn<(data: string) => void>();
  readonly close = jest.fn();

  constructor() {
    Channel.all.push(this);
  }
}

const read = jest.fn(() => Promise.resolve(null));

function Shown(): ReactNode {
  useQuery({ queryKey: ['cases'], queryFn: read });
  return <p>{useLive()}</p>;
}

const shown = (): string => screen.getByRole('paragraph').textContent;
const pass = (ms: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(ms));
const source = (): Source => Source.all.at(-1) as Source;
const channel = (): Channel => Channel.all.at(-1) as Channel;

function show(hasLock: boolean): void {
  const request = (_name: string, _options: object, hold: () => Promise<void>): Promise<void> =>
    hasLock ? hold() : new Promise(() => undefined);
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
  beginSession({
    caller: { client: 'amal', role: 'analyst' },
    idleEndsAt: null,
    endsAt: null,
  });
  render(
    <QueryClientProvider client={newQueryClient(() => undefined)}>
      <Shown />
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  serve(() => null);
  jest.useFakeTimers();
  Object.assign(globalThis, { EventSource: Source, BroadcastChannel: Channel });
  Source.all.length = 0;
  read.mockClear();
});

afterEach(() => {
  cleanup();
  jest.useRealTimers();
  Object.assign(globalThis, { BroadcastChannel: undefined });
});

describe('a page that hears of the desk', () => {
  it('connects anew after a refusal, as of a service that restarts, and reads again', async () => {
    show(true);
    act(() => source().onopen());
    expect(shown()).toBe('live');
    source().readyState = CLOSED;
    act(() => source().onerror());
    expect([shown(), Source.all.length]).toEqual(['asking', 1]);
    await pass(10_000);
    expect(Source.all).toHaveLength(2);
    read.mockClear();
    act(() => source().onopen());
    await pass(1_000);
    expect([shown(), read.mock.calls.length]).toEqual(['live', 1]);
    expect(channel().postMessage.mock.calls.flat()).toEqual(['live', 'asking', 'live', 'missed']);
  });

  it('leaves a lost connection to the browser, which says what was read last', async () => {
    show(true);
    act(() => source().onopen());
    act(() => source().onerror());
    await pass(60_000);
    expect([shown(), Source.all.length]).toEqual(['asking', 1]);
  });

  it('lets go of it in the end', async () => {
    show(true);
    source().readyState = CLOSED;
    act(() => source().onerror());
    cleanup();
    await pass(60_000);
    expect([Source.all.length, source().close.mock.calls.length]).toEqual([1, 1]);
  });

  it('is not said to be live in a tab whose connection another one lost', () => {
    show(false);
    act(() => channel().onmessage({ data: 'case-opened' }));
    expect(shown()).toBe('live');
    act(() => channel().onmessage({ data: 'asking' }));
    expect(shown()).toBe('asking');
  });
});
