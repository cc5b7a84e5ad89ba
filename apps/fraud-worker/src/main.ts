import { once } from 'node:events';
import { join } from 'node:path';
import { RemoteEventStore } from '#event-store';
import { ScoringEngine } from '#fraud-scoring';
import { Messaging } from '#messaging';
import { createLogger, Health, loadConfig, run, startHealthServer, untilStopped } from '#platform';
import { Config } from './config.js';
import { answerScoreRequests } from './scoring/answer-score-requests.js';
import { rescore } from './scoring/rescore.js';

await run('fraud-worker', async () => {
  const config = loadConfig(Config, process.env);
  const logger = createLogger('fraud-worker', config.LOG_LEVEL);
  const log = {
    info: (facts: object, message: string): void => {
      logger.info(facts, message);
    },
    warn: (facts: object, message: string): void => {
      logger.warn(facts, message);
    },
  };
  const health = new Health();
  let scoring = 'starting';
  health.add('scoring', () => (scoring === 'on' ? null : scoring));
  const server = await startHealthServer(health, { host: config.HOST, port: config.PORT });
  const store = RemoteEventStore.connect(config.EVENTSTORE_URL);
  const { NATS_URL: url, NATS_MESSAGE_KEY: key } = config;
  const messaging = await Messaging.connect({ url, key, name: 'fraud-worker', log });
  const stateDir = join(config.DATA_DIR, 'fraud-worker', 'features');
  const modelsDir = config.MODELS_DIR;
  const engine = await ScoringEngine.start({ store, modelsDir, stateDir, logger: log });
  scoring = 'waiting for the features';
  health.add('features', () => engine.trouble);
  health.add('model', () => engine.modelTrouble);
  health.add('nats', () => (messaging.isConnected ? null : 'the connection is lost'));

  const stopped = untilStopped();
  // A worker answers only once its features rest on the whole history.
  await Promise.race([engine.caughtUp, stopped]);
  const answering = await answerScoreRequests(messaging, engine);
  const rescoring = await rescore(messaging, engine, store);
  scoring = 'on';
  logger.info({ model: engine.model.version, modelHash: engine.model.hash }, 'scoring payments');

  await stopped;
  scoring = 'stopping';
  await rescoring.close();
  await answering.close();
  await messaging.close();
  await engine.close();
  await store.close();
  server.close();
  await once(server, 'close');
  logger.info({}, 'fraud-worker has stopped');
});
