import { Command } from 'commander';
import { COMMANDS, type Define } from './commands.js';

const AFTER_HELP = `
Exit codes:
  0  done, and what was asked for holds
  1  refused, not reached, or what was asked for does not hold; one line says what
  2  wrong usage
  3  audit: it could not be checked

Completion: assayctl completion bash > ~/.local/share/bash-completion/completions/assayctl
assayctl <command> --help says more about one of them.`;

type Connect = Parameters<Define>[1];

/** The command line with its commands by name; what they take is added once one is called. */
export function newProgram(version: string): Command {
  const program = new Command('assayctl')
    .description('The ledger from the command line, for auditors, accountants and operators.')
    .version(version)
    .option('--data <folder>', 'the data folder of the local system (default: DATA_DIR, or ./data)')
    .addHelpText('after', AFTER_HELP)
    .addHelpText('beforeAll', ({ command }) => {
      const [word] = command.args;
      if (word !== undefined && isGroup(command)) refuseUnknown(command, word);
      return '';
    });
  for (const { name, description } of COMMANDS) program.command(name).description(description);
  return program;
}

/** Gives one of its commands all it takes, with examples. */
export async function define(command: Command, connect: Connect): Promise<void> {
  const listed = COMMANDS.find(({ name }) => name === command.name());
  if (listed === undefined) return;
  (await listed.load())(command, connect, wholeProgram);
  const { EXAMPLES } = await import('./examples.js');
  for (const each of withInner(command)) {
    const lines = EXAMPLES[pathOf(each)] ?? [];
    const text = lines.map((line) => `\n  $ assayctl ${line}`).join('');
    if (text !== '') each.addHelpText('after', `\nExamples:${text}`);
    suggest(each);
  }
}

/** Every command with all it takes, to be looked at and not called. */
export async function wholeProgram(): Promise<Command> {
  const program = newProgram('');
  for (const command of program.commands) await define(command, neverCalled);
  return program;
}

/** As in `journal export`; empty for the program. */
export function pathOf(command: Command): string {
  const parent = command.parent;
  return parent === null ? '' : `${pathOf(parent)} ${command.name()}`.trim();
}

export function withInner(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withInner)];
}

/** A group that does something by itself, as `views`, knows its other commands all the same. */
function suggest(command: Command): void {
  if (!isGroup(command)) return;
  command.allowExcessArguments().hook('preAction', (group, called) => {
    const [unknown] = called.args;
    if (group === called && unknown !== undefined) refuseUnknown(group, unknown);
  });
}

function isGroup(command: Command): boolean {
  return command.commands.length > 0 && command.registeredArguments.length === 0;
}

/** @throws CommanderError, after it has suggested the nearest, for a word that is no command. */
function refuseUnknown(group: Command, word: string): void {
  if (word.startsWith('-')) return;
  const names = new Command(pathOf(group)).exitOverride();
  for (const each of group.commands) names.command(each.name());
  names.parse([word], { from: 'user' });
}

function neverCalled(): never {
  throw new TypeError('a command was called that is only looked at');
}
