import { existsSync } from 'node:fs';
import { withSecretsOfFiles } from '#environment';
import { loadConfig, survivesLostOutput, writeOutput } from '#platform';
import { Config } from './config.js';
import { interrupted } from './interruption.js';
import { readOptions, type Options } from './options.js';
import { Standalone } from './standalone.js';
import { lineOf } from './start-failure.js';
import { playStory } from './story/story.js';
import { whatToOpen } from './what-to-open.js';

const INTERRUPTED = 130;

const STDERR = 2;
/** Takes every right of group and others away from new files and folders. */
const OTHERS = 0o077;

const say = (line: string): void => {
  writeOutput(`${line}\n`);
};

survivesLostOutput();
process.umask(OTHERS);

const options = readOptions(process.argv);
process.exit(await main(options));

async function main(options: Options): Promise<number> {
  let system: Standalone | null = null;
  const stopAsked = interrupted(() => {
    void system?.supervisor.kill().finally(() => process.exit(INTERRUPTED));
  });
  try {
    const env = withSecretsOfFiles(process.env, { warn: (line) => process.emitWarning(line) });
    system = await Standalone.prepare(loadConfig(Config, env), options, { env, say });
    return await Promise.race([live(system, options, env), stopAsked.then(() => asked(options))]);
  } catch (error) {
    writeOutput(`assay: ${lineOf(error, options.data ?? './data')}\n`, STDERR);
    return 1;
  } finally {
    if (system) await stop(system);
  }
}

/** @returns the exit code, once the story is over and nothing is to stay up. */
async function live(
  system: Standalone,
  { once, payments, ...options }: Options,
  env: Readonly<NodeJS.ProcessEnv>,
): Promise<number> {
  const { folder } = system.plan;
  say(`data folder ${folder.path}`);
  const story = options.story ?? (once === true || !existsSync(folder.of('event-store')));
  await system.start();
  const held = story ? await playStory(system.plan, { payments, env, say }) : true;
  if (once) return held ? 0 : 1;
  for (const line of whatToOpen(system.plan)) say(line);
  return new Promise(() => undefined);
}

/** A story that was cut short proved nothing. */
function asked({ once }: Options): number {
  say('stopping …');
  return once ? 1 : 0;
}

async function stop(system: Standalone): Promise<void> {
  await system.stop();
  say('stopped');
}
