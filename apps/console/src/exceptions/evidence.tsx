import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import type { CommandServiceTypes } from '#client';
import { read } from '../client/read.js';
import { saveFile } from '../client/save-file.js';
import { ErrorText } from '../frame/trouble.js';
import { IntentResult } from '../parts/intent-result.js';
import { Panel } from '../parts/panel.js';
import { BOOKKEEPERS, useDuties } from '../session/duties.js';
import { Moment } from '../time/time.js';
import { useSayOf } from '../words/part.js';
import { pathOf, type OneException } from './exception.js';
import { useExceptionWork, type ActsProps } from './use-exception-work.js';
import { EXCEPTION_WORDS } from './words.js';

/** What the service keeps of one file at most. */
const BYTES_MAX = 66_000;

/** Files that show something of it, each by the hash of what it holds. */
export function Evidence(props: ActsProps): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const { may } = useDuties();
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const intent = useExceptionWork(props);
  const keep = async (file: File): Promise<void> => {
    setTooLarge(file.size > BYTES_MAX ? file.name : null);
    if (file.size > BYTES_MAX) return;
    const contentBase64 = base64Of(new Uint8Array(await file.arrayBuffer()));
    const mediaType = file.type === '' ? 'application/octet-stream' : file.type;
    intent.work('evidence', { name: file.name, mediaType, contentBase64 });
  };
  return (
    <Panel title={say('evidence')}>
      <Files of={props.of} />
      {may(BOOKKEEPERS) && (
        <FileTrigger
          onSelect={(files) => {
            const file = files?.[0];
            if (file) void keep(file);
          }}
        >
          <Button className="button" isDisabled={intent.isSending || intent.isUnanswered}>
            {say('evidence.add')}
          </Button>
        </FileTrigger>
      )}
      {tooLarge !== null && (
        <p role="alert" className="note note-bad">
          {say('evidence.tooLarge', { name: tooLarge, bytes: BYTES_MAX })}
        </p>
      )}
      <IntentResult of={intent} />
    </Panel>
  );
}

function Files({ of }: { readonly of: OneException }): ReactNode {
  const say = useSayOf(EXCEPTION_WORDS);
  const { error, mutate } = useMutation({
    mutationFn: async (contentHash: string) => {
      const path = `${pathOf(of.exceptionId)}/evidence/${contentHash}`;
      const file = await read<CommandServiceTypes.ExceptionFileResponse>(path);
      const bytes = Uint8Array.from(atob(file.contentBase64), (each) => each.charCodeAt(0));
      saveFile(file.name, 'application/octet-stream', bytes);
    },
  });
  if (of.evidence.length === 0) return <p className="soft">{say('evidence.none')}</p>;
  return (
    <>
      {of.evidence.map(({ name, contentHash, bytes, addedBy, addedAt }) => (
        <p key={contentHash}>
          <Button className="button" onPress={() => mutate(contentHash)}>
            {say('evidence.save')} <bdi>{name}</bdi>
          </Button>{' '}
          <span className="soft">
            {say('bytes', { bytes })} · <bdi>{addedBy}</bdi> · <Moment at={addedAt} />
          </span>
        </p>
      ))}
      {error !== null && (
        <p role="alert" className="note note-bad">
          <ErrorText of={error} />
        </p>
      )}
    </>
  );
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
