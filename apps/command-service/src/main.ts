import { createLogger, loadConfig, run, untilStopped } from '#platform';
import { Config } from './config.js';
import { layFoundation } from './foundation.js';
import { serve } from './serve.js';

await run('command-service', async () => {
  const config = loadConfig(Config, process.env);
  const logger = createLogger('command-service', config.LOG_LEVEL);
  const laid = await layFoundation(config, logger);
  const service = await serve(laid.foundation);
  logger.info({ url: service.url }, 'command-service is ready');
  await untilStopped();
  await service.stop();
  await laid.remove();
  logger.info('command-service has stopped');
});
