import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf, ModelCorrupt, readArtefact, saveArtefact, type Artefact } from './artefact.js';
import { startBackend } from './backend.js';
import { FraudModel, PARITY_MAX } from './fraud-model.js';
import { FeatureMismatch } from './model-meta.js';
import { writeRegistry } from './registry.js';
import { syntheticDataset } from './synthetic-dataset.js';
import { train, type TrainingResult } from './training.js';

const world = { days: 12, customers: 250, merchants: 60 };
const data = syntheticDataset({ ...world, seed: 1 });
const later = syntheticDataset({ ...world, seed: 2, startAt: '2026-02-01T00:00:00Z' });
const options = { version: '2026-01', seed: 3, epochs: 2, source: 'a test' };
const report = { metrics: {}, card: '# Card\n' };

describe('a fraud model', () => {
  let trained: TrainingResult;
  let modelsDir: string;

  beforeAll(async () => {
    trained = await train({ train: data, validation: later }, options);
    modelsDir = await mkdtemp(join(tmpdir(), 'assay-models-'));
    await saveArtefact(modelsDir, trained.artefact, report);
    await register(modelsDir, trained.hash);
  });

  afterAll(() => rm(modelsDir, { recursive: true, force: true }));

  it('has the same weights again for the same data and seed, and others for another seed', async () => {
    const again = await train({ train: data, validation: later }, options);
    const other = await train({ train: data, validation: later }, { ...options, seed: 4 });
    expect(again.hash).toBe(trained.hash);
    expect(other.weightsHash).not.toBe(trained.weightsHash);
  });

  it('is the same after it was stored and loaded', async () => {
    const stored = await readArtefact(modelsDir, '2026-01');
    expect(hashOf(stored)).toBe(trained.hash);
    expect((await readdir(modelsDir)).sort()).toEqual(['2026-01', 'registry.json']);
  });

  it.each(['wasm', 'cpu'] as const)('scores inline as TensorFlow does on %s', async (backend) => {
    const model = await FraudModel.load(modelsDir);
    await startBackend([backend]);
    const rows = Array.from({ length: 500 }, (_, row) => later.row(row * 3));
    const batch = model.scoreBatch(rows);
    const apart = rows.map((row, index) => Math.abs(model.score(row) - Number(batch[index])));
    expect(Math.max(...apart)).toBeLessThanOrEqual(PARITY_MAX);
    expect(new Set(batch).size).toBeGreaterThan(100);
    model.dispose();
    await startBackend(['wasm']);
  });

  it('explains a score completely', async () => {
    const model = await FraudModel.load(modelsDir);
    const row = later.origins.findIndex(({ fraud }) => fraud);
    const vector = Float64Array.from(later.row(row));
    const logit = (score: number) => Math.log(score / (1 - score));
    const total = model.explain(vector).reduce((sum, part) => sum + part, 0);
    const wanted = logit(model.score(vector)) - logit(model.score(model.meta.reference));
    expect(Math.abs(total - wanted)).toBeLessThan(0.05 * Math.max(1, Math.abs(wanted)));
    model.dispose();
  });

  it('is refused when a byte of it was changed', async () => {
    const path = join(modelsDir, '2026-01', 'weights.bin');
    const weights = await readFile(path);
    weights.writeUInt8(weights.readUInt8(100) ^ 1, 100);
    await writeFile(path, weights);
    await expect(FraudModel.load(modelsDir)).rejects.toThrow(ModelCorrupt);
    weights.writeUInt8(weights.readUInt8(100) ^ 1, 100);
    await writeFile(path, weights);
  });

  it('is refused when it no longer gives its own scores', async () => {
    const { golden } = trained.artefact;
    const scores = golden.scores.map((score) => score + 0.001);
    const changed = { ...trained.artefact, golden: { ...golden, scores } };
    await expect(FraudModel.from(changed, hashOf(changed))).rejects.toThrow(/golden vector 0/);
  });

  it('is refused when it was trained on other features, by the name of the first', async () => {
    const other = withMeta({ features: ['amountEur', 'shoeSize'] });
    await expect(FraudModel.from(other, hashOf(other))).rejects.toThrow(FeatureMismatch);
    await expect(FraudModel.from(other, hashOf(other))).rejects.toThrow(/shoeSize as feature 1/);
    const older = withMeta({ foldVersion: 0 });
    await expect(FraudModel.from(older, hashOf(older))).rejects.toThrow(FeatureMismatch);
  });

  it('is never overwritten', async () => {
    await expect(saveArtefact(modelsDir, trained.artefact, report)).rejects.toThrow(/exists/);
    expect((await readdir(modelsDir)).sort()).toEqual(['2026-01', 'registry.json']);
  });

  function withMeta(change: Partial<Artefact['meta']>): Artefact {
    return { ...trained.artefact, meta: { ...trained.artefact.meta, ...change } };
  }
});

async function register(modelsDir: string, sha256: string): Promise<void> {
  const registered = { version: '2026-01', sha256, weightsSha256: '', trainedAt: '' };
  const versions = [{ ...registered, trainedTo: null }];
  await writeRegistry(modelsDir, { champion: '2026-01', challenger: null, versions });
}
