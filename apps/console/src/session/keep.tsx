import { useMemo, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { encode } from 'uqr';
import type { Enrolled } from '../client/session.js';
import { useSayOf } from '../words/part.js';
import { SESSION_WORDS } from './words.js';

/** What opens beside the password, shown once: it is nowhere else in a form that can be shown. */
export function Keep({
  enrolled: { person, totpAddress, recoveryCodes },
  onDone,
}: {
  readonly enrolled: Enrolled;
  readonly onDone: () => void;
}): ReactNode {
  const say = useSayOf(SESSION_WORDS);
  const secret = new URL(totpAddress).searchParams.get('secret') ?? '';
  return (
    <section className="session-form">
      <h2>{say('keep')}</h2>
      <p>{say('keep.once', { person })}</p>
      <p>{say('keep.scan')}</p>
      <Qr text={totpAddress} label={say('keep.picture')} />
      <p>
        {say('keep.secret')} <code dir="ltr">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <h3>{say('keep.codes')}</h3>
      <ol className="session-codes" dir="ltr">
        {recoveryCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Button className="button button-main" onPress={onDone}>
        {say('keep.done')}
      </Button>
    </section>
  );
}

/** Black on white in every theme: cameras of telephones want it so. */
function Qr({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const { size, path } = useMemo(() => {
    const { size: side, data } = encode(text, { border: 2 });
    const squares = data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size: side, path: squares.join('') };
  }, [text]);
  return (
    <svg className="session-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
