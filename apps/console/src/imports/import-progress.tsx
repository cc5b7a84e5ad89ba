import type { ReactNode } from 'react';
import { useSayOf } from '../words/part.js';
import type { Import } from './import.js';
import { IMPORT_WORDS } from './words.js';

/** How far the recording is; how it ended, once it has. */
export function ImportProgress({ of }: { readonly of: Import }): ReactNode {
  const say = useSayOf(IMPORT_WORDS);
  if (of.status !== 'running') {
    return (
      <span className={of.status === 'finished' ? 'good' : 'warn'}>{say(`is.${of.status}`)}</span>
    );
  }
  const { linesDone: done, lines } = of;
  return (
    <label>
      {say('done', { done: done ?? '–', lines })}{' '}
      <progress className="parts-progress" max={Math.max(lines, 1)} value={done ?? undefined} />
    </label>
  );
}
