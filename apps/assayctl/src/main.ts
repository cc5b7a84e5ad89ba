import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { ApiProblem, ServiceAway } from '#client';
import { InvalidConfig, loadConfig } from '#platform';
import { booksCommand } from './books/books.command.js';
import { trialBalanceCommand } from './books/trial-balance.command.js';
import { Config } from './config.js';
import { Connection } from './connection.js';
import { driveCommand } from './drive/drive.command.js';
import { Failure } from './failure.js';
import { keyCommand } from './key/key.command.js';
import { listCommands } from './list/list.command.js';
import { paymentCommand } from './payment/payment.command.js';
import { policyCommand } from './policy/policy.command.js';
import { statusCommand } from './status/status.command.js';
import { viewsCommand } from './views/views.command.js';

const USAGE_ERROR = 2;

/** An option names the data folder of a system that was started with `--data`. */
const connect = (): Connection => {
  const { data } = program.opts<{ data?: string }>();
  const env = data === undefined ? process.env : { ...process.env, DATA_DIR: data };
  return new Connection(loadConfig(Config, env));
};

const program = new Command('assayctl')
  .description('The ledger from the command line, for auditors and operators.')
  .version(versionOf(new URL('../../../../package.json', import.meta.url)))
  .option('--data <folder>', 'the data folder of the local system (default: DATA_DIR, or ./data)')
  .addCommand(statusCommand(connect))
  .addCommand(driveCommand(connect))
  .addCommand(paymentCommand(connect))
  .addCommand(trialBalanceCommand(connect))
  .addCommand(booksCommand(connect))
  .addCommand(viewsCommand(connect))
  .addCommand(policyCommand(connect))
  .addCommand(keyCommand());
for (const command of listCommands(connect)) program.addCommand(command);

exitByThrowing(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tell(error);
}

/** Says what is wrong in one line. @returns the exit code. */
function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_ERROR;
  process.stderr.write(`assayctl: ${lineOf(error)}\n`);
  return 1;
}

function lineOf(error: unknown): string {
  if (error instanceof ApiProblem) return refusalOf(error);
  if (error instanceof ServiceAway)
    return `${error.message}; is it running? See ASSAY_URL, ASSAY_QUERY_URL, ASSAY_OPERATIONS_URL`;
  if (error instanceof Failure || error instanceof InvalidConfig) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function refusalOf({ status, message }: ApiProblem): string {
  if (status === 401) return 'the API key is not known to the service; check ASSAY_API_KEY';
  if (status === 403) return `the API key may not do this: ${message}`;
  return message;
}

function versionOf(packageFile: URL): string {
  return (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version;
}

/** Commander would end the process itself, with 1 for wrong usage. */
function exitByThrowing(command: Command): void {
  command.exitOverride();
  for (const inner of command.commands) exitByThrowing(inner);
}
