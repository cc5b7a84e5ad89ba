import { Command, InvalidArgumentError } from 'commander';

export type Options = {
  /** End after the story; the exit code says whether every check in it held. */
  readonly once?: true;
  /** Overrides DATA_DIR. */
  readonly data?: string;
  /** Take free ports instead of the usual ones. */
  readonly freePorts?: true;
  /** False: start and stay up, no story. Left out: a story on a new ledger, and with `--once`. */
  readonly story?: boolean;
  /** How many payments of the public file the story sends. */
  readonly payments: number;
};

/** The least that the story may send of the public file and still prove what it says. */
const PAYMENTS_MIN = 10;

/** Reads the arguments; wrong ones end the process with 2, `--help` with 0. */
export function readOptions(argv: readonly string[]): Options {
  return new Command('npm start --')
    .description(
      'Starts the whole system on this machine, plays a short story of real payments ' +
        '(sandbox money), says what to open, and stays up.',
    )
    .option('--once', 'end after the story: 0 when every check held, else 1')
    .option('--data <folder>', 'keep everything in this folder (default: DATA_DIR, or ./data)')
    .option('--free-ports', 'take free ports instead of the usual ones, to run beside another')
    .option('--story', 'play the story again, on a ledger that has events (default: on a new one)')
    .option('--no-story', 'only start and stay up')
    .option('--payments <n>', 'payments of the public file that the story sends', atLeast, 500)
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? 0 : 2);
    })
    .parse(argv)
    .opts<Options>();
}

function atLeast(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text) && Number(text) >= PAYMENTS_MIN) return Number(text);
  throw new InvalidArgumentError(`It must be a whole number from ${PAYMENTS_MIN}.`);
}
