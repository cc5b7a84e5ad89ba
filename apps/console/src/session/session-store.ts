import { useSyncExternalStore } from 'react';
import type { Caller, SessionState } from '../client/session.js';

/**
 * `asking` until the server has said; `out`: without a session; `expired`: the session ended under
 * an open page, which stays as it is below the sign-in.
 */
export type Presence =
  | { readonly is: 'asking' | 'out' }
  | { readonly is: 'in' | 'expired'; readonly caller: Caller; readonly endsAt: string | null };

const listeners = new Set<() => void>();
/** Other tabs of this browser, whose session is the same. */
const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('session');
let presence: Presence = { is: 'asking' };

export function usePresence(): Presence {
  return useSyncExternalStore(subscribe, () => presence);
}

/** The same outside of components, as for the router. */
export function callerNow(): Caller {
  if (presence.is !== 'in' && presence.is !== 'expired') throw new Error('there is no session');
  return presence.caller;
}

/** Who is signed in. @throws Error outside the pages that need someone. */
export function useCaller(): Caller {
  const known = usePresence();
  if (known.is !== 'in' && known.is !== 'expired') throw new Error('there is no session');
  return known.caller;
}

export function beginSession(session: SessionState): void {
  const { caller, endsAt } = session;
  if (caller && presence.is === 'expired' && isAnother(caller)) startAfresh();
  else if (caller) set({ is: 'in', caller, endsAt });
  else if (presence.is === 'asking') set({ is: 'out' });
  others?.postMessage({ type: caller ? 'in' : 'out', session });
}

/** The server knows the session no more. */
export function endSession(): void {
  if (presence.is === 'in') set({ ...presence, is: 'expired' });
  else if (presence.is === 'asking') set({ is: 'out' });
}

/** The person left: nothing of theirs stays on the screen. */
export function leaveSession(): void {
  others?.postMessage({ type: 'left' });
  location.assign('/');
}

type Told =
  { readonly type: 'left' } | { readonly type: 'in' | 'out'; readonly session: SessionState };

others?.addEventListener('message', ({ data }: MessageEvent<Told>) => {
  if (data.type === 'left') location.assign('/');
  else if (data.type === 'in' && 'caller' in presence) {
    const { caller, endsAt } = data.session;
    if (caller && isAnother(caller)) startAfresh();
    else set({ ...presence, is: 'in', endsAt });
  }
});

/** Whether it is another person than the page shows, or the same person in another role. */
function isAnother({ client, role }: Caller): boolean {
  if (!('caller' in presence)) return false;
  return client !== presence.caller.client || role !== presence.caller.role;
}

/** The browser has one session: what the person before began must not be sent by the next one. */
function startAfresh(): void {
  set({ is: 'asking' });
  try {
    sessionStorage.clear();
  } catch {
    // Storage is off: there is nothing in it.
  }
  location.assign('/');
}

function set(next: Presence): void {
  presence = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
