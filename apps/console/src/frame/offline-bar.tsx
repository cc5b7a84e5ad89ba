import { useEffect, useState, type ReactNode } from 'react';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';

/** Since when this browser is offline; null while it is not. */
export function useOffline(): string | null {
  const [since, setSince] = useState<string | null>(null);
  useEffect(() => {
    const off = (): void => setSince(new Date().toISOString());
    const on = (): void => setSince(null);
    window.addEventListener('offline', off);
    window.addEventListener('online', on);
    if (!navigator.onLine) off();
    return () => {
      window.removeEventListener('offline', off);
      window.removeEventListener('online', on);
    };
  }, []);
  return since;
}

export function OfflineBar(): ReactNode {
  const say = useSay();
  const since = useOffline();
  if (since === null) return null;
  return (
    <p role="status" className="frame-offline">
      {say('offline')} <Moment at={since} />
    </p>
  );
}
