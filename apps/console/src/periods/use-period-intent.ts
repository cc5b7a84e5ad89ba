import { useQueryClient } from '@tanstack/react-query';
import { useIntent, type Intention } from '../client/use-intent.js';
import type { Period } from './period.js';

/** Asks for something of a month; the answer is the month as it is then. */
export function usePeriodIntent({ period }: Period): Intention & {
  readonly askFor: (what: string, body?: object) => void;
} {
  const queries = useQueryClient();
  const path = `/v1/periods/${encodeURIComponent(period)}`;
  const intent = useIntent((answer) => {
    queries.setQueryData([path, {}], answer);
    void queries.invalidateQueries({ queryKey: ['/v1/periods'] });
  });
  return { ...intent, askFor: (what, body = {}) => intent.ask({ path: `${path}/${what}`, body }) };
}
