import { parentPort, workerData } from 'node:worker_threads';
import { RemoteEventStore } from '#event-store';
import { scoreRequestFromJson } from '#fraud';
import { ScoringEngine } from '#fraud-scoring';
import { createLogger } from '#platform';
import type { ScoringThreadOptions, ThreadReply, ThreadRequest } from './thread-scorer.js';

/** The thread behind ThreadScorer: the same engine that a fraud worker runs. */
const { eventStoreUrl, modelsDir, stateDir, logLevel } = workerData as ScoringThreadOptions;
const port = parentPort;
if (!port) throw new Error('scoring-thread runs only as a worker thread');

const store = RemoteEventStore.connect(eventStoreUrl);
const pino = createLogger('scoring-thread', logLevel);
const logger = {
  info: (facts: object, message: string): void => {
    pino.info(facts, message);
  },
  warn: (facts: object, message: string): void => {
    pino.warn(facts, message);
  },
};
const starting = ScoringEngine.start({ store, modelsDir, stateDir, logger });

port.on('message', (message: ThreadRequest | 'close') => {
  void (message === 'close' ? close() : answer(message));
});

async function answer({ id, request }: ThreadRequest): Promise<void> {
  let reply: ThreadReply;
  try {
    const engine = await starting;
    reply = { id, reply: await engine.score(scoreRequestFromJson(JSON.parse(request))) };
  } catch (error) {
    reply = { id, error: error instanceof Error ? error.message : String(error) };
  }
  port?.postMessage(reply);
}

async function close(): Promise<void> {
  await (await starting).close();
  await store.close();
  port?.close();
}
