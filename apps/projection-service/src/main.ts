import { createLogger, loadConfig, run, untilStopped } from '#platform';
import { Config } from './config.js';
import { layFoundation } from './foundation.js';
import { serve } from './serve.js';

await run('projection-service', async () => {
  const config = loadConfig(Config, process.env);
  const logger = createLogger('projection-service', config.LOG_LEVEL);
  const { foundation, remove } = await layFoundation(config, logger);
  const service = await serve(foundation);
  logger.info({ url: service.url }, 'projection-service is ready');
  await untilStopped();
  await service.stop();
  await remove();
  logger.info('projection-service has stopped');
});
