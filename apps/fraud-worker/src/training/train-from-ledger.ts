import { eventIdOf, formatPosition, idOf, parsePosition, type EventStore } from '#event-store';
import { MODEL_STREAM, type ChallengerProposed, type ModelQuality } from '#fraud';
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
  type Evaluation,
  type Registry,
  type Trained,
} from '#fraud-model';
import { generatedWorlds, WORLDS_SOURCE, type WorldSize } from './generated-worlds.js';
import { ledgerDataset, type LedgerLabels } from './ledger-dataset.js';
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
 * on the latest payments. It never decides: promotion is somebody else's.
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

  const champion = await evaluated(await FraudModel.load(modelsDir));
  const challenger = await evaluated(await FraudModel.from(trained.artefact, trained.hash));
  const { better, because } = compare(champion, challenger);
  if (!better) {
    print(`no proposal, champion ${registry.champion} stays: ${because}`);
    return 'not-better';
  }
  await propose(training, { registry, trained, ledger, champion, challenger });
  print(`proposed ${version} against champion ${registry.champion}: ${because}`);
  return 'proposed';

  async function evaluated(model: FraudModel): Promise<Evaluation> {
    const evaluation = evaluate(model, slices.comparison);
    model.dispose();
    return evaluation;
  }
}

type Proposal = {
  readonly registry: Registry;
  readonly trained: Trained;
  readonly ledger: LedgerLabels;
  readonly champion: Evaluation;
  readonly challenger: Evaluation;
};

async function propose(
  { store, modelsDir, now }: LedgerTraining,
  { registry, trained, ledger, champion, challenger }: Proposal,
): Promise<void> {
  const { artefact, hash, weightsHash } = trained;
  const { version, training } = artefact.meta;
  const position = ledger.position === null ? '0/0' : formatPosition(ledger.position);
  await saveArtefact(modelsDir, artefact, {
    metrics: { champion: { version: registry.champion, ...champion }, challenger },
    card: modelCardOf(artefact.meta, { test: challenger, hash, notes: NOTES }),
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
      champion: registry.champion,
      labels: ledger.newLabels,
      dataHash: training.dataHash,
      seed: training.seed,
      trainedTo: position,
      championQuality: qualityOf(champion),
      challengerQuality: qualityOf(challenger),
      proposedAt: now,
    },
  };
  const commandId = idOf('propose-challenger', version, hash);
  const metadata = {
    client: 'fraud-worker',
    actor: 'trainer',
    commandId,
    correlationId: commandId,
    causationId: commandId,
    schemaVersion: 1,
  };
  const event = { ...proposed, id: eventIdOf(commandId, 0), metadata };
  await store.append(MODEL_STREAM, [event], 'any');
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
