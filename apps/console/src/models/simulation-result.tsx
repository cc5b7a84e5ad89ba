import type { ReactNode } from 'react';
import type { OperationsTypes } from '#client';
import { ErrorText } from '../frame/trouble.js';
import { SmallTable } from '../parts/small-table.js';
import { useSayOf } from '../words/part.js';
import { useFigure, useShare } from './share.js';
import type { Simulation } from './use-simulation.js';
import { MODEL_WORDS } from './words.js';

type Result = OperationsTypes.PolicySimulationResponse;
type Side = OperationsTypes.SimulationSideResponse;

const MINUTES_AN_HOUR = 60;

/** A candidate beside the policy in force, in money, hours and payers. */
export function SimulationResult({ of }: { readonly of: Simulation }): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const share = useShare(say('unknown'));
  const { run, error, isRunning } = of;
  return (
    <>
      {error !== null && (
        <p role="alert" className="note note-bad">
          <ErrorText of={error} />
        </p>
      )}
      <p role="status" className={isRunning ? 'soft' : 'hidden'}>
        {isRunning && say('simulating', { share: share(progressOf(run)) })}
      </p>
      {run?.status === 'failed' && (
        <p role="alert" className="note note-bad">
          {say('simulator.failed', { reason: run.reason ?? '' })}
        </p>
      )}
      {run?.result && <Sides of={run.result} />}
    </>
  );
}

function progressOf(run: Simulation['run']): number {
  return run?.progress ?? 0;
}

function Sides({ of }: { readonly of: Result }): ReactNode {
  const say = useSayOf(MODEL_WORDS);
  const share = useShare(say('unknown'));
  const figure = useFigure(say('unknown'));
  const rows: readonly (readonly [string, (side: Side) => string])[] = [
    [say('caught'), (side) => share(side.fraudCaughtShare)],
    [say('insultRate'), (side) => share(side.insultRate)],
    [say('reviewHours'), ({ perDay }) => figure(perDay.reviewMinutes / MINUTES_AN_HOUR)],
    [say('declines'), ({ perDay }) => figure(perDay.declines)],
    [say('fraudLoss'), ({ perDay }) => figure(perDay.fraudLossEur)],
    [say('insultLoss'), ({ perDay }) => figure(perDay.insultEur)],
    [say('loss'), ({ perDay }) => figure(perDay.lossEur)],
    [say('blocked'), ({ blockedThen }) => figure(blockedThen.payments)],
  ];
  return (
    <>
      <p>{say('span', { payments: of.candidate.payments, days: of.days })}</p>
      <SmallTable
        label={say('simulator')}
        heads={[
          { name: say('figure') },
          { name: say('candidate'), isNumber: true },
          { name: say('inForce'), isNumber: true },
        ]}
        rows={rows.map(([name, of_]) => ({
          key: name,
          cells: [name, of_(of.candidate), of_(of.inForce)],
        }))}
      />
    </>
  );
}
