import { Command } from 'commander';
import { loadConfig } from '#platform';
import { restore } from './backup/restore.js';
import { BackupConfig } from './config.js';
import { lineOf } from './start-failure.js';

const WRONG_USAGE = 2;
const { DATA_DIR } = loadConfig(BackupConfig, process.env);

/** `npm run restore -- BACKUP`: puts a backup into a new data folder. */
const command = new Command('npm run restore --')
  .description('Verifies a backup and puts it into a new data folder; then start as usual.')
  .argument('<backup>', 'a folder that npm run backup wrote')
  .option('--data <folder>', 'a new data folder', DATA_DIR)
  .option('--models <folder>', 'restore the models too, into this new folder')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : WRONG_USAGE))
  .action(async (backup: string, { data, models }: { data: string; models?: string }) => {
    const options = { backup, dataDir: data, modelsDir: models ?? null };
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
