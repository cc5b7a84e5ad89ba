import type { Command, Option } from 'commander';

/** What may follow one command. */
export type Words = {
  /** As in `journal export`; empty for the program. */
  readonly path: string;
  readonly description: string;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly OptionWords[];
  /** Closed choices of its arguments. */
  readonly choices: readonly string[];
};

export type OptionWords = {
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
};

/** Every command, the program first, with those options that are valid wherever they stand. */
export function wordsOf(program: Command): Words[] {
  return inner(program, '');
}

function inner(command: Command, path: string): Words[] {
  const commands = command.commands.map((each) => ({
    name: each.name(),
    description: each.description(),
  }));
  const own: Words = {
    path,
    description: command.description(),
    commands,
    options: command.createHelp().visibleOptions(command).map(optionWords),
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  };
  const below = command.commands.flatMap((each) => inner(each, `${path} ${each.name()}`.trim()));
  return [own, ...below];
}

function optionWords({
  short,
  long,
  description,
  required,
  optional,
  argChoices,
}: Option): OptionWords {
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    description,
    takesValue: required || optional,
    choices: argChoices ?? [],
  };
}
