import { Argument, type Command } from 'commander';
import { bashScript, zshScript } from './bash-script.js';
import { fishScript } from './fish-script.js';
import { wordsOf, type Words } from './words.js';

const SCRIPTS: Readonly<Record<string, (words: readonly Words[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

const INSTALL = `
Where the script goes (again after an update of assayctl):
  bash  ~/.local/share/bash-completion/completions/assayctl
  zsh   a file _assayctl in a folder of $fpath
  fish  ~/.config/fish/completions/assayctl.fish`;

/** Prints what a shell completes by; the script starts no process and asks no service. */
export function completionCommand(
  command: Command,
  _connect: unknown,
  whole: () => Promise<Command>,
): void {
  command
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SCRIPTS)))
    .option('--json', 'print what is completed, by command')
    .addHelpText('after', INSTALL)
    .action(async (shell: string, { json }: { json?: true }) => {
      const words = wordsOf(await whole());
      const script = json ? `${JSON.stringify(words)}\n` : SCRIPTS[shell]?.(words);
      process.stdout.write(script ?? '');
    });
}
