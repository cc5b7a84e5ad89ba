import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { OperationsTypes } from '#client';
import { read } from '../client/read.js';
import { ErrorText } from '../frame/trouble.js';
import { useSayOf } from '../words/part.js';
import { AUDIT_WORDS } from './words.js';
import { checkEvidence, type Evidence, type Verdict } from './proof/check-evidence.js';

type Checked = {
  readonly verdict: Verdict;
  readonly evidence: Evidence;
  readonly keys: readonly string[];
};

/** Proves in this browser that the event is in the log that was signed, and by which key. */
export function EventProof({ eventId }: { readonly eventId: string }): ReactNode {
  const say = useSayOf(AUDIT_WORDS);
  const check = useMutation({
    mutationFn: async (): Promise<Checked> => {
      const evidence = await read<Evidence>(`/v1/audit/events/${encodeURIComponent(eventId)}`);
      const known = await read<readonly OperationsTypes.AuditKeyResponse[]>('/v1/audit/keys');
      const keys = known.map(({ key }) => key);
      return { evidence, keys, verdict: await checkEvidence(evidence, keys, eventId) };
    },
  });
  return (
    <div>
      <Button className="button" isDisabled={check.isPending} onPress={() => check.mutate()}>
        {say('check')}
      </Button>
      <div role="status">{check.data && <Outcome of={check.data} />}</div>
      {check.error !== null && (
        <p role="alert" className="note note-warn">
          {say('unchecked')} <ErrorText of={check.error} />
        </p>
      )}
    </div>
  );
}

function Outcome({ of }: { readonly of: Checked }): ReactNode {
  const say = useSayOf(AUDIT_WORDS);
  const { verdict, evidence, keys } = of;
  if (verdict.is !== 'proven') return <p className="note note-bad">{say(verdict.is)}</p>;
  return (
    <div className="note note-good">
      <p>{say('proven', { size: verdict.size, hashes: verdict.hashes })}</p>
      <p>{say('compare')}</p>
      {keys.map((key) => (
        <code key={key} dir="ltr" className="id">
          {key}
        </code>
      ))}
      <details>
        <summary>{say('bytes')}</summary>
        <pre className="parts-json" dir="ltr" tabIndex={0} aria-label={say('bytes')}>
          {JSON.stringify(evidence, null, 2)}
        </pre>
      </details>
    </div>
  );
}
