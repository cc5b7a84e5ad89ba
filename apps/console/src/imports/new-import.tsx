import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { useRead } from '../client/read.js';
import { upload } from '../client/upload.js';
import { ErrorText } from '../frame/trouble.js';
import { Choice } from '../parts/choice.js';
import { Panel } from '../parts/panel.js';
import { useSayOf } from '../words/part.js';
import { addressOf, IMPORTS, KINDS, type Chosen, type Import } from './import.js';
import type { Preview, SavedMapping } from './import.js';
import { PreviewOf } from './preview-of.js';
import { IMPORT_WORDS } from './words.js';

/** A file is chosen, looked at without recording anything, and then recorded. */
export function NewImport({ mayRecord }: { readonly mayRecord: boolean }): ReactNode {
  const say = useSayOf(IMPORT_WORDS);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [kind, setKind] = useState<Import['kind'] | ''>('');
  const [mapping, setMapping] = useState('');
  const mappings = useRead<readonly SavedMapping[]>('/v1/import-mappings');
  const sending = useSending();
  const { preview, record } = sending;
  const choose = (file: File | undefined): void => {
    if (!file) return;
    const next = { file, kind, mapping };
    setChosen(next);
    record.reset();
    preview.mutate(next);
  };
  const isSending = preview.isPending || record.isPending;
  return (
    <Panel title={say('new')}>
      <div className="parts-row">
        <Choice
          label={say('kind')}
          value={kind}
          none={say('kind.itself')}
          options={KINDS.map((each) => [each, say(`kind.${each}`)])}
          onChoose={setKind}
        />
        {kind === 'bank-csv' && (
          <Choice
            label={say('mapping')}
            value={mapping}
            none={say('mapping.none')}
            options={(mappings.data ?? []).map(({ name }) => [name, name])}
            onChoose={setMapping}
          />
        )}
        <FileTrigger onSelect={(files) => choose(files?.[0])}>
          <Button className="button" isDisabled={isSending}>
            {say('choose')}
          </Button>
        </FileTrigger>
      </div>
      <Sent sending={sending} chosen={chosen} mayRecord={mayRecord} />
    </Panel>
  );
}

type SentProps = {
  readonly sending: ReturnType<typeof useSending>;
  readonly chosen: Chosen | null;
  readonly mayRecord: boolean;
};

function Sent({ sending: { preview, record, share }, chosen, mayRecord }: SentProps): ReactNode {
  const say = useSayOf(IMPORT_WORDS);
  const failure = record.error ?? preview.error;
  const isSending = preview.isPending || record.isPending;
  return (
    <>
      {isSending && (
        <label role="status">
          {say('sending', { share })}{' '}
          <progress className="parts-progress" max={100} value={share} />
        </label>
      )}
      {failure !== null && (
        <p role="alert" className="note note-bad">
          {say('nothing')} <ErrorText of={failure} />
        </p>
      )}
      {chosen !== null && preview.data !== undefined && !isSending && (
        <PreviewOf
          of={preview.data}
          name={chosen.file.name}
          {...(mayRecord && { onRecord: () => record.mutate(chosen) })}
        />
      )}
    </>
  );
}

function useSending() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [share, setShare] = useState(0);
  const send = async (path: string, chosen: Chosen): Promise<unknown> => {
    setShare(0);
    const onProgress = (sent: number): void => setShare(Math.round(sent * 100));
    return upload({ path: addressOf(path, chosen), file: chosen.file, onProgress });
  };
  const preview = useMutation({
    mutationFn: async (chosen: Chosen) => (await send(`${IMPORTS}/preview`, chosen)) as Preview,
  });
  const record = useMutation({
    mutationFn: async (chosen: Chosen) => (await send(IMPORTS, chosen)) as Import,
    onSuccess: ({ importId }) => {
      void queries.invalidateQueries({ queryKey: [IMPORTS] });
      void navigate({ to: '/reconciliation/imports/$importId', params: { importId } });
    },
  });
  return { preview, record, share };
}
