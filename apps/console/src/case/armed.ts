import { useEffect, useState } from 'react';

const SEEN_MS = 500;

/**
 * Whether keys may decide. A key that was pressed for the case before must not decide the next one
 * unseen: they sleep until the case has been shown for a moment and every key is up.
 */
export function useArmed(): boolean {
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    const held = new Set<string>();
    let seen = false;
    const arm = (): void => {
      if (seen && held.size === 0) setArmed(true);
    };
    const down = (event: KeyboardEvent): void => void held.add(event.code);
    const up = (event: KeyboardEvent): void => {
      held.delete(event.code);
      arm();
    };
    // Another window may get the release of a key.
    const blur = (): void => held.clear();
    window.addEventListener('keydown', down, true);
    window.addEventListener('keyup', up, true);
    window.addEventListener('blur', blur);
    const timer = setTimeout(() => {
      seen = true;
      arm();
    }, SEEN_MS);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', down, true);
      window.removeEventListener('keyup', up, true);
      window.removeEventListener('blur', blur);
    };
  }, []);
  return armed;
}
