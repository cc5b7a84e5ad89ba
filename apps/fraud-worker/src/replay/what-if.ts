import type { EventStore } from '#event-store';
import { countedAt, secondsOf, verdictOf, type Thresholds } from '#fraud';
import type { FraudModel } from '#fraud-model';
import { upcast, type EventOf, type Verdict } from '#payments';
import { knownOutcomes, PAYMENTS } from './known-outcomes.js';
import { WhatIfTally, type Cell, type Outcome } from './what-if-tally.js';

export type WhatIf = {
  readonly store: EventStore;
  readonly model: FraudModel;
  /** Those of the model, or others to try. */
  readonly thresholds: Thresholds;
  /** When payments were made: from `from`, before `to`; ISO 8601 UTC. */
  readonly from: string;
  readonly to: string;
  /** From 0 to 1, now and then. */
  readonly onProgress: (share: number) => void;
};

export type WhatIfResult = {
  readonly version: string;
  readonly modelHash: string;
  readonly thresholds: Thresholds;
  readonly from: string;
  readonly to: string;
  /** Scored again. */
  readonly payments: number;
  /** In the time, but never scored. */
  readonly unscored: number;
  /** Scored on other features than this model has. */
  readonly incomparable: number;
  readonly cells: readonly Cell[];
};

/** Payments that wait for their assessment; those beyond are as good as never scored. */
const WAITING_MAX = 100_000;
const PROGRESS_EVENTS = 5_000;

type Waiting = {
  readonly amount: EventOf<'PaymentInitiated'>['data']['amount'];
  /** What was decided without a score, by a payment that is scored later. */
  readonly was?: Verdict;
};

/**
 * What another model or other thresholds would have done with the payments of a time, on the very
 * features they were scored on. The score alone decides: rules beside the model are not replayed.
 * Streams the ledger twice; memory holds labels and totals only.
 */
export async function whatIf(options: WhatIf): Promise<WhatIfResult> {
  const { store, model, thresholds, from, to } = options;
  const progress = await progressOf(options);
  const outcomes = await knownOutcomes(store, progress);
  const waiting = new Map<string, Waiting>();
  const tally = new WhatIfTally();
  const counts = { payments: 0, unscored: 0, incomparable: 0 };

  for await (const { type, data, position } of store.readAll(PAYMENTS)) {
    progress(position.commit);
    if (type === 'PaymentInitiated') remember(upcast(type, data));
    else if (type === 'RiskAssessed') assess(upcast(type, data));
  }
  counts.unscored += waiting.size;
  const { version, hash: modelHash } = model;
  return { version, modelHash, thresholds, from, to, ...counts, cells: tally.cells };

  function remember(event: ReturnType<typeof upcast>): void {
    if (event.type !== 'PaymentInitiated') return;
    const { paymentId } = event.data;
    const at = countedAt(event.data);
    if (at < secondsOf(from) || at >= secondsOf(to)) return;
    waiting.set(paymentId, { amount: event.data.amount });
    if (waiting.size <= WAITING_MAX) return;
    for (const oldest of waiting.keys()) {
      waiting.delete(oldest);
      counts.unscored += 1;
      break;
    }
  }

  function assess(event: ReturnType<typeof upcast>): void {
    if (event.type !== 'RiskAssessed') return;
    const { paymentId, features, verdict } = event.data;
    const known = waiting.get(paymentId);
    if (!known) return;
    const { amount, was = verdict } = known;
    if (features === null) return void waiting.set(paymentId, { amount, was });
    waiting.delete(paymentId);
    if (features.length !== model.meta.features.length) {
      counts.incomparable += 1;
      return;
    }
    counts.payments += 1;
    const would = verdictOf(model.score(features), thresholds);
    tally.add(amount, { was, would, outcome: outcomeOf(outcomes.isFraud(paymentId)) });
  }
}

function outcomeOf(fraud: boolean | null): Outcome {
  if (fraud === null) return 'unknown';
  return fraud ? 'fraud' : 'honest';
}

/** By position, over both passes; the ledger may grow meanwhile. */
async function progressOf({ store, onProgress }: WhatIf): Promise<(commit: bigint) => void> {
  let end = 1;
  for await (const last of store.readAll({ direction: 'backwards', maxCount: 1 })) {
    end = Math.max(1, Number(last.position.commit));
  }
  let events = 0;
  let passed = 0;
  let before = 0n;
  return (commit) => {
    if (commit < before) passed = 0.5;
    before = commit;
    events += 1;
    if (events % PROGRESS_EVENTS !== 0) return;
    onProgress(Math.min(1, passed + Math.min(0.5, Number(commit) / end / 2)));
  };
}
