import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engine } from './engine.js';
import type { ProposedEvent } from './recorded-event.js';
import { metadataEvent } from './stream-metadata.js';

/** An engine in a folder of its own, which goes when it is closed. */
export async function openEngine(): Promise<{
  readonly engine: Engine;
  readonly close: () => Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'engine-'));
  const engine = await Engine.open({ path, appendBytesMax: 1024 * 1024 });
  const close = async () => {
    await engine.close();
    await rm(path, { recursive: true });
  };
  return { engine, close };
}

export function proposedEvents(count: number, type = 'Happened'): readonly ProposedEvent[] {
  return Array.from({ length: count }, () => ({
    id: randomUUID(),
    type,
    contentType: 'application/json',
    data: '{}',
    metadata: '',
  }));
}

export async function writeMetadata(
  engine: Engine,
  stream: string,
  metadata: Readonly<Record<string, unknown>>,
): Promise<void> {
  await engine.append(`$$${stream}`, [metadataEvent(JSON.stringify(metadata))], 'any');
}

/** How many turns the event loop takes while `work` goes on. */
export async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let next: NodeJS.Immediate;
  const count = () => {
    turns += 1;
    next = setImmediate(count);
  };
  next = setImmediate(count);
  try {
    await work();
    return turns;
  } finally {
    clearImmediate(next);
  }
}
