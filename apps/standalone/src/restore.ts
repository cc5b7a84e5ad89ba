import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { loadConfig } from '#platform';
import { restore } from './backup/restore.js';
import { BackupConfig } from './config.js';
import { lineOf } from './start-failure.js';

type Chosen = { readonly data: string; readonly models?: string; readonly keys?: string };

const WRONG_USAGE = 2;
const { DATA_DIR } = loadConfig(BackupConfig, process.env);

/** `npm run restore -- BACKUP`: puts a backup into a new data folder. */
const command = new Command('npm run restore --')
  .description('Verifies a backup and puts it into a new data folder; then start as usual.')
  .argument('<backup>', 'a folder that npm run backup wrote')
  .option('--data <folder>', 'a new data folder', DATA_DIR)
  .option('--models <folder>', 'restore the models too, into this new folder')
  .option('--keys <folder>', 'the keys of personal texts (default: privacy-keys beside the backup)')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : WRONG_USAGE))
  .action(async (backup: string, { data, models, keys }: Chosen) => {
    const beside = join(dirname(resolve(backup)), 'privacy-keys');
    const found = keys ?? (existsSync(beside) ? beside : null);
    const options = { backup, dataDir: data, modelsDir: models ?? null, keys: found };
    const { createdAt } = await restore(options);
    process.stdout.write(
      `${data} is as of ${createdAt}; start with it: npm start -- --data ${data}\n`,
    );
  });

try {
  await command.parseAsync();
} catch (error) {
  process.stderr.write(`restore: ${lineOf(error, 'the data folder')}\n`);
  process.exitCode = 1;
}
