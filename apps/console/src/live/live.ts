import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { CASES } from '../client/cases.js';
import { useCaller } from '../session/session-store.js';

/** Whether the page hears of changes at once; else it asks now and then. */
export type Liveness = 'live' | 'asking';

const HAPPENINGS = [
  'case-opened',
  'case-decided',
  'case-leased',
  'case-released',
  'case-changed',
  'missed',
] as const;

/** Several changes in a moment are one reason to read again. */
const GATHER_MS = 400;
const LOCK = 'assay-stream';

/**
 * Hears what happens at the desk, and has the lists that show it read again. One tab of a browser
 * holds the connection and tells the others: a browser opens six to one origin.
 */
export function useLive(): Liveness {
  const queries = useQueryClient();
  const { role } = useCaller();
  const [liveness, setLiveness] = useState<Liveness>('asking');
  useEffect(() => {
    if (role === 'service') return;
    const ended = new AbortController();
    const others = new BroadcastChannel(LOCK);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const happened = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        void queries.invalidateQueries({ queryKey: [CASES] });
        void queries.invalidateQueries({ queryKey: ['case'] });
      }, GATHER_MS);
    };
    others.onmessage = () => {
      setLiveness('live');
      happened();
    };
    const hold = (): Promise<void> =>
      new Promise((resolve) => {
        const source = new EventSource('/v1/stream');
        source.onopen = () => setLiveness('live');
        source.onerror = () => setLiveness('asking');
        for (const name of HAPPENINGS) {
          source.addEventListener(name, () => {
            happened();
            others.postMessage(name);
          });
        }
        ended.signal.addEventListener('abort', () => {
          source.close();
          resolve();
        });
      });
    // Given up at the end; the wait for the lock then rejects, which is no news.
    void navigator.locks.request(LOCK, { signal: ended.signal }, hold).catch(() => undefined);
    return () => {
      ended.abort();
      clearTimeout(timer);
      others.close();
    };
  }, [queries, role]);
  return liveness;
}
