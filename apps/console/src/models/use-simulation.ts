import { useMutation, useQuery } from '@tanstack/react-query';
import type { OperationsTypes } from '#client';
import { read } from '../client/read.js';
import { send } from '../client/transport.js';

type Run = OperationsTypes.SimulationRunResponse;

const PATH = '/v1/fraud-policy/simulations';
const ASKED_EVERY_MS = 500;

export type Simulation = {
  readonly start: (question: object) => void;
  readonly run: Run | null;
  readonly isRunning: boolean;
  readonly error: Error | null;
};

/** Counts what a policy, costs or thresholds would have done; nothing is changed by it. */
export function useSimulation(): Simulation {
  const started = useMutation({
    mutationFn: async (question: object) =>
      (await send({ method: 'POST', path: PATH, body: question })) as Run,
  });
  const id = started.data?.id ?? null;
  const asked = useQuery({
    queryKey: [PATH, id],
    queryFn: () => read<Run>(`${PATH}/${String(id)}`),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? ASKED_EVERY_MS : false),
  });
  const run = id === null ? null : (asked.data ?? started.data ?? null);
  return {
    start: started.mutate,
    run,
    isRunning: started.isPending || run?.status === 'running',
    error: started.error ?? asked.error,
  };
}
