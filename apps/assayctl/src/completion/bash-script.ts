import type { Words } from './words.js';

/** A function of bash 3.2 and later that knows every command; files where a value is open. */
export function bashScript(words: readonly Words[]): string {
  return `# bash completion of assayctl; made by: assayctl completion bash
_assayctl() {
  local cur=\${COMP_WORDS[COMP_CWORD]} path= value= i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ -n $value ]]; then value=; continue; fi
    case "$path|\${COMP_WORDS[i]}" in
${words.flatMap(valueCases).join('\n')}
${words.flatMap(commandCases).join('\n')}
    esac
  done
  local words=
  if [[ -n $value ]]; then
    case "$path|$value" in
${words.flatMap(choiceCases).join('\n')}
    esac
  elif [[ $cur == -* ]]; then
    case "$path" in
${words.map((each) => `      '${each.path}') words='${flagsOf(each)}' ;;`).join('\n')}
    esac
  else
    case "$path" in
${words.map((each) => `      '${each.path}') words='${namesOf(each)}' ;;`).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _assayctl assayctl
`;
}

/** The same by zsh's own support of such functions. */
export function zshScript(words: readonly Words[]): string {
  return `#compdef assayctl
autoload -U +X compinit && compinit
autoload -U +X bashcompinit && bashcompinit
${bashScript(words)}`;
}

function valueCases({ path, options }: Words): string[] {
  const flags = options.filter(({ takesValue }) => takesValue).flatMap((each) => each.flags);
  if (flags.length === 0) return [];
  // Options of the program stand behind its commands, too.
  const patterns = flags.map((flag) => (path === '' ? `*'|${flag}'` : `'${path}|${flag}'`));
  return [`      ${patterns.join(' | ')}) value=\${COMP_WORDS[i]} ;;`];
}

function commandCases({ path, commands }: Words): string[] {
  return commands.map(
    ({ name }) => `      '${path}|${name}') path='${`${path} ${name}`.trim()}' ;;`,
  );
}

function choiceCases({ path, options }: Words): string[] {
  return options
    .filter(({ choices }) => choices.length > 0)
    .flatMap(({ flags, choices }) =>
      flags.map((flag) => `      '${path}|${flag}') words='${choices.join(' ')}' ;;`),
    );
}

function flagsOf({ options }: Words): string {
  return options.flatMap(({ flags }) => flags).join(' ');
}

function namesOf({ commands, choices }: Words): string {
  return [...commands.map(({ name }) => name), ...choices].join(' ');
}
