import { formatPosition, parsePosition, type EventStore } from '#event-store';
import { instantOf, type ChallengerProposed, type ModelQuality } from '#fraud';
import {
  compare,
  evaluate,
  FraudModel,
  modelCardOf,
  nextVersion,
  readRegistry,
  saveArtefact,
  train,
  writeRegistry,
  type Contest,
  type Evaluation,
  type Registry,
  type TrainingResult,
} from '#fraud-model';
import { modelOf } from '#fraud-scoring';
import { generatedWorlds, WORLDS_SOURCE, type WorldSize } from './generated-worlds.js';
import { ledgerDataset, type LedgerLabels } from './ledger-dataset.js';
import { recordComparison } from './judge-challenger.js';
import { championOf, readModels, recordModelEvent } from './model-stream.js';
import { slicesOf } from './slices.js';

export type LedgerTraining = {
  readonly store: EventStore;
  readonly modelsDir: string;
  /** Of the made-up payments learnt from beside the ledger's own. */
  readonly size: WorldSize;
  readonly seed: number;
  readonly epochs: number;
  readonly now: string;
  readonly print: (line: string) => void;
};

/** What became of a training; everything but `proposed` leaves models and registry as they were. */
export type TrainingOutcome = 'waits' | 'not-better' | 'proposed';

const NEW_LABELS_MIN = 100;

/**
 * Trains on the ledger's own labels and proposes the model as challenger, if it beats the champion
 * on the latest payments. It never decides: people promote.
 */
export async function trainFromLedger(training: LedgerTraining): Promise<TrainingOutcome> {
  const { store, modelsDir, now, print } = training;
  const registry = await readRegistry(modelsDir);
  const ledger = await ledgerDataset(store, { since: trainedTo(registry), now });
  print(`${ledger.data.length} payments with a known outcome, ${ledger.newLabels} new labels`);
  if (ledger.newLabels < NEW_LABELS_MIN) {
    print(`waiting: ${NEW_LABELS_MIN} new labels are needed, ${ledger.newLabels} have arrived`);
    return 'waits';
  }
  const slices = slicesOf(ledger.data);
  if (slices.trouble !== null) {
    print(`waiting: ${slices.trouble}`);
    return 'waits';
  }

  const worlds = generatedWorlds(training.size, print);
  const version = nextVersion(registry, now);
  const trained = await train(slices.beside(worlds), {
    version,
    seed: training.seed,
    epochs: training.epochs,
    source: `the ledger's labelled payments, beside ${WORLDS_SOURCE}`,
    onEpoch: (epoch, precision) => {
      print(`epoch ${epoch} of ${training.epochs}: average precision ${precision.toFixed(4)}`);
    },
  });

  const { modelHash } = championOf(await readModels(store), registry);
  const champion = await modelOf(modelsDir, modelHash);
  const challenger = await FraudModel.from(trained.artefact, trained.hash);
  try {
    const contest = { data: slices.comparison, champion, challenger };
    return await proposeIfBetter(training, { registry, trained, ledger, contest });
  } finally {
    champion.dispose();
    challenger.dispose();
  }
}

type Proposal = {
  readonly registry: Registry;
  readonly trained: TrainingResult;
  readonly ledger: LedgerLabels;
  readonly contest: Contest;
};

async function proposeIfBetter(
  training: LedgerTraining,
  proposal: Proposal,
): Promise<TrainingOutcome> {
  const { data, champion, challenger } = proposal.contest;
  const qualities = { before: evaluate(champion, data), after: evaluate(challenger, data) };
  const { better, because } = compare(qualities.before, qualities.after);
  if (!better) {
    training.print(`no proposal, champion ${champion.version} stays: ${because}`);
    return 'not-better';
  }
  await propose(training, proposal, qualities);
  await recordComparison(training, proposal.contest);
  training.print(`proposed ${challenger.version} against ${champion.version}: ${because}`);
  return 'proposed';
}

async function propose(
  { store, modelsDir, now }: LedgerTraining,
  { registry, trained, ledger, contest }: Proposal,
  { before, after }: { readonly before: Evaluation; readonly after: Evaluation },
): Promise<void> {
  const { artefact, hash, weightsHash } = trained;
  const { version, training } = artefact.meta;
  const position = ledger.position === null ? '0/0' : formatPosition(ledger.position);
  await saveArtefact(modelsDir, artefact, {
    metrics: { champion: { version: contest.champion.version, ...before }, challenger: after },
    card: modelCardOf(artefact.meta, { test: after, hash, notes: NOTES }),
  });
  const registered = { version, sha256: hash, weightsSha256: weightsHash, trainedAt: now };
  await writeRegistry(modelsDir, {
    ...registry,
    challenger: version,
    versions: [...registry.versions, { ...registered, trainedTo: position }],
  });
  const proposed: ChallengerProposed = {
    type: 'ChallengerProposed',
    data: {
      version,
      modelHash: hash,
      champion: contest.champion.version,
      labels: ledger.newLabels,
      dataHash: training.dataHash,
      seed: training.seed,
      trainedTo: position,
      championQuality: qualityOf(before),
      challengerQuality: qualityOf(after),
      comparedFrom: instantOf(contest.data.origins[0]?.at ?? 0),
      proposedAt: now,
    },
  };
  await recordModelEvent(store, proposed, ['propose-challenger', version, hash]);
}

function qualityOf({ averagePrecision, auc, cardPrecision }: ModelQuality): ModelQuality {
  return { averagePrecision, auc, cardPrecision };
}

/** The last event any model learnt from; null when none learnt from a ledger. */
function trainedTo({ versions }: Registry) {
  const last = versions.findLast((version) => version.trainedTo !== null)?.trainedTo ?? null;
  return last === null ? null : parsePosition(last);
}

const NOTES = [
  'Labels come from analysts, who see only what was flagged: quality is measured on those payments.',
  'Unlabelled payments count as honest after 30 days; some fraud is reported later.',
];
