import { idOf, RemoteEventStore, type Json } from '#event-store';
import { MODEL_STREAM, type ModelEvent } from '#fraud';
import type { RecordedSystem } from '../system.js';
import { at, textAt } from '../read.js';
import { ANALYST, OPERATOR } from './order.js';

const NOW = '2026-11-21T00:00:00.000Z';
const QUALITY = { averagePrecision: 0.5, auc: 0.9, cardPrecision: 0.2 };

/**
 * Two people replace the champion. A training takes a hundred labels that are months old: the
 * script appends what a training appends, and the system does everything after that.
 */
export async function visitModels(system: RecordedSystem): Promise<void> {
  const { operations } = system;
  await challenge(system);
  await operations.visitUntil('get /v1/models', { as: ANALYST }, (body) =>
    Boolean(at(body, 'challenger')),
  );
  const body = { version: '2026-12', reason: 'It finds more of the frauds at night.' };
  const asked = await operations.visit('post /v1/models/promotions', { as: ANALYST, body });
  const path = { requestId: textAt(asked, 'request', 'requestId') };
  const one = 'post /v1/models/requests/{requestId}';
  await operations.refused(
    `${one}/approval`,
    { as: ANALYST, path, body: {} },
    'second-person-needed',
  );
  const note = 'After the holidays.';
  await operations.visit(`${one}/refusal`, { as: OPERATOR, path, body: { note } });
  const second = await operations.visit('post /v1/models/promotions', { as: ANALYST, body });
  const requestId = textAt(second, 'request', 'requestId');
  const again = { as: OPERATOR, path: { requestId }, body: { note: 'Agreed.' } };
  await operations.visit(`${one}/approval`, again);
  await operations.visit('post /v1/models/rollbacks', {
    as: OPERATOR,
    body: { reason: 'Twice as many alarms as before.' },
  });
}

async function challenge({ eventStoreUrl, operations }: RecordedSystem): Promise<void> {
  const standing = await operations.visit('get /v1/models', { as: ANALYST });
  const champion = at(standing, 'champion') as { version: string; modelHash: string };
  const challenger = { version: '2026-12', modelHash: champion.modelHash.replace(/./g, 'b') };
  const store = RemoteEventStore.connect(eventStoreUrl);
  const append = async ({ type, data }: ModelEvent): Promise<void> => {
    const event = { id: idOf(`example ${type}`), type, data: data as unknown as Json };
    await store.append(MODEL_STREAM, [{ ...event, metadata: {} }], 'any');
  };
  await append({
    type: 'ChallengerProposed',
    data: {
      ...challenger,
      champion: champion.version,
      labels: 140,
      dataHash: champion.modelHash.replace(/./g, 'd'),
      seed: 1,
      trainedTo: '0/0',
      comparedFrom: null,
      championQuality: QUALITY,
      challengerQuality: { ...QUALITY, averagePrecision: 0.6 },
      proposedAt: NOW,
    },
  });
  await append({
    type: 'ChallengerCompared',
    data: {
      challenger,
      champion,
      from: NOW,
      to: NOW,
      payments: 100,
      frauds: 10,
      criteria: [{ name: 'latency', holds: true, because: '9 µs' }],
      comparedAt: NOW,
    },
  });
  await store.close();
}
