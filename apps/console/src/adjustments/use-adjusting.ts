import { useQueryClient } from '@tanstack/react-query';
import type { ProjectionServiceTypes } from '#client';
import { read } from '../client/read.js';
import { useIntent, type Intention } from '../client/use-intent.js';

const PATH = '/v1/journal/adjustments';

/** Changes of adjustments; the list is asked again once it shows what was recorded. */
export function useAdjusting(after?: () => void): Intention & {
  readonly adjust: (what: string, body: object) => void;
} {
  const queries = useQueryClient();
  const intent = useIntent((answer) => {
    const { position } = answer as ProjectionServiceTypes.AdjustmentAcceptedResponse;
    after?.();
    void read(PATH, { minPosition: position, limit: 1 })
      .catch(() => undefined)
      .then(() => queries.invalidateQueries({ queryKey: [PATH] }));
  });
  return { ...intent, adjust: (what, body) => intent.ask({ path: PATH + what, body }) };
}
