import { fileURLToPath } from 'node:url';
import { HARD_MIX, type GateCriterion } from '#fraud';
import { FraudModel } from './fraud-model.js';
import { gateOf } from './promotion-gate.js';
import { syntheticDataset } from './synthetic-dataset.js';
import { train } from './training.js';

const MODELS_DIR = fileURLToPath(new URL('../../../models', import.meta.url));

describe('the gate of promotion', () => {
  let shipped: FraudModel;
  let poor: FraudModel;
  const world = { days: 30, customers: 400, merchants: 80, mix: HARD_MIX };
  const data = syntheticDataset({ ...world, seed: 77 });

  beforeAll(async () => {
    shipped = await FraudModel.load(MODELS_DIR);
    const few = syntheticDataset({ seed: 78, days: 5, customers: 60, merchants: 20 });
    const options = { version: 'poor', seed: 1, epochs: 1, source: 'a test' };
    const { artefact, hash } = await train({ train: few, validation: few }, options);
    poor = await FraudModel.from(artefact, hash);
  });

  afterAll(() => {
    shipped.dispose();
    poor.dispose();
  });

  it('opens for a challenger that is better by day and in every segment', () => {
    const criteria = gateOf({ data, champion: poor, challenger: shipped });
    expect(criteria.filter(({ holds }) => !holds)).toEqual([]);
    expect(criteria).toHaveLength(6);
  });

  it('stays shut for a worse one, and says what is worse', () => {
    const criteria = gateOf({ data, champion: shipped, challenger: poor });
    expect(named(criteria, 'average-precision').holds).toBe(false);
    expect(named(criteria, 'segments')).toMatchObject({ holds: false });
    expect(named(criteria, 'segments').because).toContain('loses');
    expect(named(criteria, 'parity').holds).toBe(true);
  });

  it('stays shut for the champion itself', () => {
    const criteria = gateOf({ data, champion: shipped, challenger: shipped });
    expect(named(criteria, 'average-precision').holds).toBe(false);
    expect(named(criteria, 'calibration').holds).toBe(true);
  });
});

function named(criteria: readonly GateCriterion[], name: GateCriterion['name']): GateCriterion {
  const found = criteria.find((criterion) => criterion.name === name);
  if (!found) throw new Error(`no criterion ${name}`);
  return found;
}
