import type { EventStore } from '#event-store';
import { instantOf, secondsOf, type ModelRef } from '#fraud';
import { gateOf, readRegistry, type Contest } from '#fraud-model';
import { modelOf } from '#fraud-scoring';
import { ledgerDataset } from './ledger-dataset.js';
import { championOf, readModels, recordModelEvent } from './model-stream.js';
import { troubleOf } from './slices.js';

export type Judging = {
  readonly store: EventStore;
  readonly modelsDir: string;
  readonly now: string;
  readonly print: (line: string) => void;
};

/** What became of it; only `compared` records anything. */
export type JudgingOutcome = 'no-challenger' | 'waits' | 'compared';

/**
 * Compares the challenger with the champion on all payments it did not learn from and whose outcome
 * is known by now: before it is promoted weeks after its training, the latest labels count.
 */
export async function judgeChallenger(judging: Judging): Promise<JudgingOutcome> {
  const { store, modelsDir, now, print } = judging;
  const state = await readModels(store);
  if (!state.challenger) {
    print('there is no challenger to compare');
    return 'no-challenger';
  }
  const champion = await modelOf(
    modelsDir,
    championOf(state, await readRegistry(modelsDir)).modelHash,
  );
  const challenger = await modelOf(modelsDir, state.challenger.modelHash);
  try {
    const from = secondsOf(state.comparedFrom ?? challenger.meta.training.to);
    const ledger = await ledgerDataset(store, { since: null, now });
    const data = ledger.data.filter(({ at }) => at >= from);
    const trouble = troubleOf(data);
    if (trouble !== null) {
      print(`waiting: ${trouble}`);
      return 'waits';
    }
    await recordComparison(judging, { data, champion, challenger });
    return 'compared';
  } finally {
    champion.dispose();
    challenger.dispose();
  }
}

/** Records how the challenger did, criterion by criterion, for those who decide. */
export async function recordComparison(
  { store, now, print }: Pick<Judging, 'store' | 'now' | 'print'>,
  contest: Contest,
): Promise<void> {
  const { data, champion, challenger } = contest;
  const criteria = gateOf(contest);
  for (const { name, holds, because } of criteria) {
    print(`${holds ? 'holds' : 'does not hold'}: ${name}: ${because}`);
  }
  const compared = {
    challenger: refTo(challenger),
    champion: refTo(champion),
    from: instantOf(data.origins[0]?.at ?? 0),
    to: instantOf(data.origins.at(-1)?.at ?? 0),
    payments: data.length,
    frauds: data.fraudCount,
    criteria,
    comparedAt: now,
  };
  const key = ['compare-challenger', challenger.hash, champion.hash, now] as const;
  await recordModelEvent(store, { type: 'ChallengerCompared', data: compared }, key);
}

function refTo({ version, hash }: Contest['champion']): ModelRef {
  return { version, modelHash: hash };
}
