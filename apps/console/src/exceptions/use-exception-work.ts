import { useQueryClient } from '@tanstack/react-query';
import type { CommandServiceTypes } from '#client';
import { useIntent, type Intention } from '../client/use-intent.js';
import { EXCEPTIONS, pathOf, type OneException } from './exception.js';

type Worked = CommandServiceTypes.ExceptionWorkResponse;

/** What a part of the page needs to record something at an exception. */
export type ActsProps = {
  readonly of: OneException;
  /** Told the position of what was recorded. */
  readonly onDone: (position: string) => void;
};

export type ExceptionWork = Intention & {
  /** Asks for it at the revision that is shown: what another did meanwhile is a conflict. */
  readonly work: (what: string, body?: object) => void;
};

/** Work on one exception; each part of the page has its own, so that its answer stands there. */
export function useExceptionWork({ of, onDone }: ActsProps, after?: () => void): ExceptionWork {
  const queries = useQueryClient();
  const intent = useIntent((answer) => {
    onDone((answer as Worked).position);
    after?.();
    void queries.invalidateQueries({ queryKey: [EXCEPTIONS] });
  });
  return {
    ...intent,
    work: (what, body = {}) =>
      intent.ask({
        path: `${pathOf(of.exceptionId)}/${what}`,
        body: { ...body, expectedRevision: of.revision },
      }),
  };
}
