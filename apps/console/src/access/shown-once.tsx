import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useSayOf } from '../words/part.js';
import { ACCESS_WORDS } from './words.js';

type ShownOnceProps = {
  readonly label: string;
  readonly text: string;
  readonly onDone: () => void;
};

/** A secret that the server shows once; it goes from the page with this note. */
export function ShownOnce({ label, text, onDone }: ShownOnceProps): ReactNode {
  const say = useSayOf(ACCESS_WORDS);
  const [isCopied, setCopied] = useState(false);
  const copy = (): void =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div role="status" className="note note-good">
      <p>{say('once')}</p>
      <p>
        {label}:{' '}
        <code dir="ltr" className="access-once">
          {text}
        </code>
      </p>
      <div className="parts-row">
        <Button className="button" onPress={copy}>
          {say(isCopied ? 'copied' : 'copy')}
        </Button>
        <Button className="button" onPress={onDone}>
          {say('once.done')}
        </Button>
      </div>
    </div>
  );
}
