import { parseArgs, type ParseArgsConfig } from 'node:util';

/** How many arguments beside the options a command takes. */
type Count = { readonly min: number; readonly max: number };

const NONE: Count = { min: 0, max: 0 };
const WRONG_USAGE = 2;

/**
 * What a command was called with. `--help` ends the process with 0 and the usage on standard
 * output; what the command does not know, with 2, before anything else is done.
 */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: Options,
  { min, max }: Count = NONE,
) {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage);
    process.exit(0);
  }
  const parsed = parsedOr((error) => wrongUsage(usage, error.message));
  const count = parsed.positionals.length;
  if (count < min) wrongUsage(usage, 'an argument is missing');
  if (count > max) wrongUsage(usage, `unexpected argument ${String(parsed.positionals[max])}`);
  return parsed;

  function parsedOr(refuse: (error: Error) => never) {
    try {
      return parseArgs({ args, options, allowPositionals: true });
    } catch (error) {
      return refuse(error as Error);
    }
  }
}

/** Ends the process with 2, the problem and the usage on standard error. */
export function wrongUsage(usage: string, problem: string): never {
  process.stderr.write(`${problem}\n${usage}`);
  process.exit(WRONG_USAGE);
}
