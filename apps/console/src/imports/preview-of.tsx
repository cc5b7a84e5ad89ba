import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Amount } from '../money/amount.js';
import { useSayOf } from '../words/part.js';
import type { Preview } from './import.js';
import { IMPORT_WORDS } from './words.js';

type PreviewProps = {
  readonly of: Preview;
  readonly name: string;
  /** Left out for who may only look. */
  readonly onRecord?: () => void;
};

/** What a file holds, before anything of it is recorded. */
export function PreviewOf({ of, name, onRecord }: PreviewProps): ReactNode {
  const say = useSayOf(IMPORT_WORDS);
  return (
    <div className="note parts-form">
      <p>
        <bdi>{name}</bdi>: {say(`kind.${of.kind}`)}, {of.encoding}
      </p>
      <p>
        {say('holds', { lines: of.lines, refused: of.refused, moved: of.movedNothing })}{' '}
        {of.totals.map((each) => (
          <span key={each.currency}>
            <Amount of={each} />{' '}
          </span>
        ))}
      </p>
      {of.notes.map((each) => (
        <p key={each} dir="auto">
          {each}
        </p>
      ))}
      <details>
        <summary>{say('first')}</summary>
        <pre className="parts-json" dir="ltr" tabIndex={0} aria-label={say('first')}>
          {JSON.stringify(of.items, null, 2)}
        </pre>
      </details>
      {onRecord && (
        <Button className="button button-main" onPress={onRecord}>
          {say('record')}
        </Button>
      )}
    </div>
  );
}
