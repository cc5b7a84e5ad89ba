import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Connection } from '../connection.js';
import { Failure } from '../failure.js';
import { instant } from '../journal/instant.js';

const FORMATS = ['csv', 'html', 'json'] as const;
const PROVIDERS = ['stripe', 'paypal'] as const;

type Options = {
  readonly merchantId?: string;
  readonly provider?: (typeof PROVIDERS)[number];
  readonly format: (typeof FORMATS)[number];
  readonly known?: string;
  readonly json?: true;
};

/** The month of a merchant or of a provider, as a file: `statements`. */
export function statementsCommand(command: Command, connect: () => Connection): void {
  command
    .argument('<month>', 'as 2026-11, in UTC', month)
    .option('--merchant-id <id>', 'of this merchant')
    .addOption(
      new Option('--provider <name>', 'of this provider')
        .choices([...PROVIDERS])
        .conflicts('merchantId'),
    )
    .addOption(new Option('--format <format>', 'how').choices([...FORMATS]).default('csv'))
    .option('--known <time>', 'the books as we knew them then', instant)
    .option('--json', 'the same as --format json')
    .action(async (period: string, options: Options) => {
      process.stdout.write(await fileOf(connect(), period, options));
    });
}

/** @throws Failure with what the service says, when it refuses or does not answer. */
async function fileOf(
  connection: Connection,
  period: string,
  { merchantId, provider, known, json, format }: Options,
): Promise<string> {
  if (merchantId === undefined && provider === undefined) {
    throw new Failure('name whose month it is: --merchant-id or --provider');
  }
  const query = new URLSearchParams({
    format: json ? 'json' : format,
    ...(merchantId !== undefined && { merchantId }),
    ...(provider !== undefined && { provider }),
    ...(known !== undefined && { asOfRecorded: known }),
  });
  const { url, key } = connection.views('auditor');
  const response = await fetch(`${url}/v1/statements/${period}?${query.toString()}`, {
    headers: { authorization: `Bearer ${key}` },
  }).catch((cause: unknown) => {
    throw new Failure(`${url} does not answer`, { cause });
  });
  const text = await response.text();
  if (!response.ok) throw new Failure(`${url} answered ${response.status}: ${text}`);
  return text.endsWith('\n') ? text : `${text}\n`;
}

function month(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new InvalidArgumentError('It must be a month, as 2026-11.');
}
