import { useEffect, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useSay } from '../words/language.js';

/** After a deployment a part of the page may be gone from the server: only a reload helps. */
export function StaleBuild(): ReactNode {
  const say = useSay();
  const [stale, setStale] = useState(false);
  useEffect(() => {
    const note = (event: Event): void => {
      event.preventDefault();
      setStale(true);
    };
    window.addEventListener('vite:preloadError', note);
    return () => window.removeEventListener('vite:preloadError', note);
  }, []);
  if (!stale) return null;
  return (
    <div role="alert" className="note note-warn stale-build">
      {say('stale.text')}{' '}
      <Button className="button" onPress={() => location.reload()}>
        {say('stale.reload')}
      </Button>
    </div>
  );
}
