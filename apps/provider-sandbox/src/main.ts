import { readArguments } from '#environment';
import { resolve } from 'node:path';
import { createLogger, loadConfig, makeFolder, run, untilStopped } from '#platform';
import { Config } from './config.js';
import { startSandbox } from './sandbox.js';
import { HELP, welcome } from './welcome.js';

readArguments(HELP, {});

await run('provider-sandbox', async () => {
  const config = loadConfig(Config, process.env);
  makeFolder(resolve(config.DATA_DIR), 'choose another folder with DATA_DIR');
  const logger = createLogger('provider-sandbox', config.LOG_LEVEL);
  const sandbox = await startSandbox(config, logger);
  if (process.stdout.isTTY) process.stdout.write(welcome(sandbox, config));
  logger.info({ url: sandbox.url }, 'provider-sandbox is ready');
  await untilStopped();
  await sandbox.stop();
  logger.info({}, 'provider-sandbox has stopped');
});
