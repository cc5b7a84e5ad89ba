import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands.js';
import { configOf } from './config.js';
import { Connection } from './connection.js';
import { lineOf } from './failure.js';

const USAGE_ERROR = 2;

/** An option names the data folder of a system that was started with `--data`. */
const connect = (): Connection => {
  const { data } = program.opts<{ data?: string }>();
  return new Connection(
    configOf(data === undefined ? process.env : { ...process.env, DATA_DIR: data }),
  );
};

const program = new Command('assayctl')
  .description('The ledger from the command line, for auditors and operators.')
  .version(versionOf(new URL('../../../../package.json', import.meta.url)))
  .option('--data <folder>', 'the data folder of the local system (default: DATA_DIR, or ./data)')
  .addHelpText('after', '\nassayctl <command> --help says more about one of them.')
  .hook('preSubcommand', async (_program, command) => {
    const define = await COMMANDS.find(({ name }) => name === command.name())?.load();
    define?.(command, connect);
    exitByThrowing(command);
  });
for (const { name, description } of COMMANDS) program.command(name).description(description);

exitByThrowing(program);

try {
  await program.parseAsync(withHelpAsOption(process.argv.slice(2)), { from: 'user' });
} catch (error) {
  process.exitCode = await tell(error);
}

/** `help policy try` as `policy try --help`: options are known once their command is called. */
function withHelpAsOption([first, name, ...rest]: readonly string[]): string[] {
  const given = [first, name, ...rest].filter((arg) => arg !== undefined);
  if (first !== 'help' || name === undefined) return given;
  return COMMANDS.some((command) => command.name === name) ? [name, ...rest, '--help'] : [name];
}

/** Says what is wrong in one line. @returns the exit code. */
async function tell(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_ERROR;
  process.stderr.write(`assayctl: ${await lineOf(error)}\n`);
  return 1;
}

function versionOf(packageFile: URL): string {
  return (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;
}

/** Commander would end the process itself, with 1 for wrong usage. */
function exitByThrowing(command: Command): void {
  command.exitOverride();
  for (const inner of command.commands) exitByThrowing(inner);
}
