import { InvalidArgumentError } from 'commander';
import { RemoteEventStore, type EventStore } from '#event-store';
import type { Connection } from '../connection.js';
import { isPosition } from './replay.js';

export async function withStore(
  connection: Connection,
  use: (store: EventStore) => Promise<void>,
): Promise<void> {
  const store = RemoteEventStore.connect(connection.storeUrl);
  try {
    await use(store);
  } finally {
    await store.close();
  }
}

export function uuid(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('It must be a UUID, as command-service answered it.');
}

export function bound(text: string): string {
  if (isPosition(text)) return text;
  if (/^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError('It must be a time such as 2026-09-01T12:00:00Z, or a position.');
}
