import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { withSecretsOfFiles } from '#environment';
import { loadConfig } from '#platform';
import { backUp } from './backup/back-up.js';
import { BackupConfig } from './config.js';
import { lineOf } from './start-failure.js';

type Chosen = { readonly data: string; readonly models: string; readonly keys?: string };

const WRONG_USAGE = 2;
const { DATA_DIR, MODELS_DIR } = loadConfig(BackupConfig, process.env);

/** `npm run backup -- FOLDER`: everything that cannot be rebuilt, while the services go on. */
const command = new Command('npm run backup --')
  .description(
    'Copies everything that cannot be rebuilt into a new folder, while the services go on: event ' +
      'store, API keys, webhook signing key and secrets, provider sandbox, models, configuration.',
  )
  .argument('<folder>', 'a new folder, which only its owner may read')
  .option('--data <folder>', 'the data folder', DATA_DIR)
  .option('--models <folder>', 'the trained models', MODELS_DIR)
  .option('--keys <folder>', 'the latest keys of personal texts (default: privacy-keys beside it)')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : WRONG_USAGE))
  .action(async (to: string, { data, models, keys }: Chosen) => {
    const settings = settingsOf(withSecretsOfFiles(process.env));
    const keysTo = keys ?? join(dirname(resolve(to)), 'privacy-keys');
    const options = { dataDir: data, modelsDir: models, keysTo, to, settings, now: new Date() };
    const { files } = await backUp(options);
    process.stdout.write(`${Object.keys(files).length} files of ${data} and ${models} in ${to}\n`);
    process.stdout.write(`the keys of personal texts in ${keysTo}, in place of earlier ones\n`);
    if (settings['EVENTSTORE_URL']) {
      process.stdout.write('the event store is a cluster: back it up by its own means as well\n');
    }
  });

try {
  await command.parseAsync();
} catch (error) {
  process.stderr.write(`backup: ${lineOf(error, 'the backup')}\n`);
  process.exitCode = 1;
}

/** The variables that .env.example lists, of .env and of this process, which wins. */
function settingsOf(env: Readonly<NodeJS.ProcessEnv>): Record<string, string> {
  const example = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
  const known = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
  const file = existsSync('.env') ? readFileSync('.env', 'utf8') : '';
  const kept = [...file.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
  const given = known.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  return Object.fromEntries([...kept, ...given]) as Record<string, string>;
}
