import type { EventStore } from '#event-store';
import { PAYMENT_STREAM_PREFIX, upcast, type EventOf } from '#payments';
import type { ModelRefResponse } from './models.response.js';

/** Events looked at, backwards; a ledger that took so many without a score has none to speak of. */
const EVENTS_MAX = 10_000;

/** The model of the newest score in the ledger; null when nothing was scored lately. */
export async function lastToScore(store: EventStore): Promise<ModelRefResponse | null> {
  const streamPrefixes = [PAYMENT_STREAM_PREFIX];
  const newest = { direction: 'backwards', maxCount: EVENTS_MAX, streamPrefixes } as const;
  for await (const { type, data } of store.readAll(newest)) {
    if (type !== 'RiskAssessed') continue;
    const { data: assessed } = upcast(type, data) as EventOf<'RiskAssessed'>;
    const { modelVersion: version, modelHash } = assessed;
    if (version !== null && modelHash !== null) return { version, modelHash };
  }
  return null;
}
