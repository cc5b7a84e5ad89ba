import { readFileSync } from 'node:fs';
import { CommanderError, type Command } from 'commander';
import { COMMANDS } from './commands.js';
import { configOf } from './config.js';
import { Connection } from './connection.js';
import { lineOf } from './failure.js';
import { define, newProgram } from './program.js';

const USAGE_ERROR = 2;

/** An option names the data folder of a system that was started with `--data`. */
const connect = (): Connection => {
  const { data } = program.opts<{ data?: string }>();
  return new Connection(
    configOf(data === undefined ? process.env : { ...process.env, DATA_DIR: data }),
  );
};

const program = newProgram(versionOf(new URL('../../../../package.json', import.meta.url))).hook(
  'preSubcommand',
  async (_program, command) => {
    await define(command, connect);
    exitByThrowing(command);
  },
);

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

/** Commander would end the process itself, with 1 for wrong usage. */
function exitByThrowing(command: Command): void {
  command.exitOverride();
  for (const inner of command.commands) exitByThrowing(inner);
}

function versionOf(packageFile: URL): string {
  return (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;
}
