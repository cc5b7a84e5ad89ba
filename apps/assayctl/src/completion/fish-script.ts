import type { OptionWords, Words } from './words.js';

/** Fish shows descriptions as well. */
export function fishScript(words: readonly Words[]): string {
  return `# fish completion of assayctl; made by: assayctl completion fish
function __assayctl_at
  set -l path ''
  set -l value ''
  for word in (commandline -opc)[2..-1]
    if test -n "$value"
      set value ''
      continue
    end
    switch "$path|$word"
${words.flatMap(cases).join('\n')}
    end
  end
  test "$path" = "$argv[1]"
end
${words.flatMap(completions).join('\n')}
`;
}

function cases({ path, options, commands }: Words): string[] {
  const values = options.filter(({ takesValue }) => takesValue).flatMap(({ flags }) => flags);
  const before = path === '' ? '*' : path;
  return [
    ...values.map((flag) => `      case ${quoted(`${before}|${flag}`)}\n        set value 1`),
    ...commands.map(({ name }) => {
      const inner = `${path} ${name}`.trim();
      return `      case ${quoted(`${path}|${name}`)}\n        set path ${quoted(inner)}`;
    }),
  ];
}

function completions({ path, options, commands, choices }: Words): string[] {
  const at = `complete -c assayctl -n ${quoted(`__assayctl_at "${path}"`)}`;
  return [
    ...commands.map(
      ({ name, description }) => `${at} -f -a ${quoted(name)} -d ${quoted(description)}`,
    ),
    ...choices.map((choice) => `${at} -f -a ${quoted(choice)}`),
    ...options.map((option) => `${at} ${optionOf(option)}`),
  ];
}

function optionOf({ flags, description, takesValue, choices }: OptionWords): string {
  const names = flags.map((flag) =>
    flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  );
  const closed = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : ' -r';
  return `${names.join(' ')}${takesValue ? closed : ''} -d ${quoted(description)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
