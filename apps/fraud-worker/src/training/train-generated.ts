import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  evaluate,
  FraudModel,
  modelCardOf,
  nextVersion,
  saveArtefact,
  train,
  writeRegistry,
} from '#fraud-model';
import {
  generatedWorlds,
  heldOutMonth,
  WORLDS_SOURCE,
  type WorldSize,
} from './generated-worlds.js';

export type GeneratedTraining = {
  readonly modelsDir: string;
  readonly size: WorldSize;
  readonly seed: number;
  readonly epochs: number;
  readonly now: string;
  readonly print: (line: string) => void;
};

/**
 * Trains the first champion, on made-up payments.
 *
 * @throws Error when there is a champion already.
 */
export async function trainGenerated(training: GeneratedTraining): Promise<void> {
  const { modelsDir, size, seed, epochs, now, print } = training;
  if (existsSync(join(modelsDir, 'registry.json'))) {
    throw new Error(
      `${modelsDir} has a champion already; train from the event store, or set MODELS_DIR to a ` +
        'folder without one',
    );
  }
  const worlds = generatedWorlds(size, print);
  const version = nextVersion(null, now);
  print(`training ${version} on ${worlds.train.length} payments, seed ${seed}`);
  const { artefact, hash, weightsHash } = await train(worlds, {
    version,
    seed,
    epochs,
    source: WORLDS_SOURCE,
    onEpoch: (epoch, precision) => {
      print(`epoch ${epoch} of ${epochs}: average precision ${precision.toFixed(4)}`);
    },
  });
  const model = await FraudModel.from(artefact, hash);
  const test = evaluate(model, worlds.test);
  const month = evaluate(model, heldOutMonth(size));
  model.dispose();
  const card = modelCardOf(artefact.meta, { test, month, hash, notes: NOTES });
  await saveArtefact(modelsDir, artefact, { metrics: { test, month }, card });
  const registered = { version, sha256: hash, weightsSha256: weightsHash, trainedAt: now };
  await writeRegistry(modelsDir, {
    champion: version,
    challenger: null,
    versions: [{ ...registered, trainedTo: null }],
  });
  print(`champion ${version}: average precision ${test.averagePrecision.toFixed(4)}, ${hash}`);
}

const NOTES = [
  'Learnt from made-up payments only: it bootstraps a ledger that has no labels yet. Its quality ' +
    'on real payments is unknown until labels arrive; retrain monthly.',
  'Frauds that look like honest payments (a skimming merchant before its first label) are missed.',
  'Amounts are compared across currencies at fixed reference rates.',
];
