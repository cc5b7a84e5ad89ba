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

export function beginSession({ caller, endsAt }: SessionState): void {
  if (caller) set({ is: 'in', caller, endsAt });
  else if (presence.is === 'asking') set({ is: 'out' });
  others?.postMessage({ type: caller ? 'in' : 'out' });
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

others?.addEventListener('message', ({ data }: MessageEvent<{ readonly type: string }>) => {
  if (data.type === 'left') location.assign('/');
  if (data.type === 'in' && presence.is === 'expired') set({ ...presence, is: 'in' });
});

function set(next: Presence): void {
  presence = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
