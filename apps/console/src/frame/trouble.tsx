import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { NoAnswer, Refused } from '../client/transport.js';
import { Moment } from '../time/time.js';
import { useSay } from '../words/language.js';

/** What is needed of a query to say how it stands. */
export type Asked = {
  readonly isLoading: boolean;
  readonly isError: boolean;
  readonly error: Error | null;
  readonly dataUpdatedAt: number;
  readonly refetch: () => unknown;
};

/** What went wrong with one panel; the rest of the page lives on, and old data stays. */
export function Trouble({
  of,
}: {
  readonly of: Asked;
  readonly position?: string | null;
}): ReactNode {
  const say = useSay();
  const { isLoading, isError, error, dataUpdatedAt, refetch } = of;
  if (isLoading) return <p className="soft trouble-loading">{say('loading')}</p>;
  if (!isError || error === null) return null;
  if (error instanceof Refused && error.status === 401) return null; // The sign-in says so.
  return (
    <div role="alert" className="note note-bad">
      <ErrorText of={error} />{' '}
      {dataUpdatedAt > 0 && (
        <>
          {say('trouble.age')} <Moment at={new Date(dataUpdatedAt).toISOString()} />{' '}
        </>
      )}
      <Button className="button" onPress={() => void refetch()}>
        {say('trouble.again')}
      </Button>
    </div>
  );
}

/** A refusal by its title, code and the id that finds it in the logs. */
export function ErrorText({ of }: { readonly of: Error }): ReactNode {
  const say = useSay();
  if (of instanceof NoAnswer) return say('trouble.away');
  if (!(of instanceof Refused)) return of.message;
  const { title, detail, errors } = of.body;
  const fields = errors?.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return (
    <span dir="auto">
      {of.status === 403 ? say('trouble.forbidden') : (title ?? of.message)} {fields ?? detail}{' '}
      <code>{of.code}</code>
      {of.requestId !== null && <code className="soft"> {of.requestId}</code>}
    </span>
  );
}
