import { jest } from '@jest/globals';

/** What jsdom lacks and the desk asks a browser for. */
Object.assign(globalThis, {
  // Node's would keep the test's process alive; a browser's belongs to its tab.
  BroadcastChannel: undefined,
  CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') },
  matchMedia: () => ({
    matches: false,
    addEventListener: jest.fn(),
    removeEventListener: jest.fn(),
  }),
});

/** One request that the desk sent. */
export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
};

/** Null: no answer ever came. */
export type Reply = { readonly status: number; readonly body: unknown } | null;

/** Stands for the server: answers what the desk sends, and keeps it. */
export function serve(answer: (sent: Sent) => Reply): Sent[] {
  const all: Sent[] = [];
  globalThis.fetch = ((path: string, init: RequestInit) => {
    const sent: Sent = {
      method: init.method ?? 'GET',
      path,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      headers: init.headers as Record<string, string>,
    };
    all.push(sent);
    const reply = answer(sent);
    if (reply === null) return Promise.reject(new TypeError('the connection was reset'));
    return Promise.resolve({
      ok: reply.status < 300,
      status: reply.status,
      headers: new Headers({ 'request-id': 'r-1' }),
      text: () => Promise.resolve(JSON.stringify(reply.body)),
    } as Response);
  }) as typeof fetch;
  return all;
}
