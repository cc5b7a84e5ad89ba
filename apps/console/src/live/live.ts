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
/** A browser connects again after a lost connection, but not after an answer that is a refusal. */
const AGAIN_MS = 10_000;
const LOCK = 'assay-stream';

type Ear = {
  readonly onLiveness: (liveness: Liveness) => void;
  readonly onHappening: (name: string) => void;
};

/** Holds a connection until the signal comes. */
function listen({ onLiveness, onHappening }: Ear, ended: AbortSignal): void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connect = (isAgain: boolean): void => {
    source = new EventSource('/v1/stream');
    source.onopen = () => {
      onLiveness('live');
      // This connection knows nothing of the last one's id.
      if (isAgain) onHappening('missed');
    };
    source.onerror = () => {
      onLiveness('asking');
      if (source.readyState === source.CLOSED) timer = setTimeout(connect, AGAIN_MS, true);
    };
    for (const name of HAPPENINGS) source.addEventListener(name, () => onHappening(name));
  };
  connect(false);
  ended.addEventListener('abort', () => {
    clearTimeout(timer);
    source.close();
  });
}

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
    others.onmessage = ({ data }: MessageEvent<string>) => {
      setLiveness(data === 'asking' ? 'asking' : 'live');
      if (data !== 'asking' && data !== 'live') happened();
    };
    const ear: Ear = {
      onLiveness: (is) => {
        setLiveness(is);
        others.postMessage(is);
      },
      onHappening: (name) => {
        happened();
        others.postMessage(name);
      },
    };
    const hold = (): Promise<void> =>
      new Promise((resolve) => {
        listen(ear, ended.signal);
        ended.signal.addEventListener('abort', () => resolve());
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
