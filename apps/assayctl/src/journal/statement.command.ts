import { InvalidArgumentError, type Command } from 'commander';
import { isCurrency } from '#money';
import type { Connection } from '../connection.js';
import { asked, asOf, printJson, type Pages, type Told } from './asked.js';
import { withPages } from './entries.command.js';
import { instant } from './instant.js';
import { statementText } from './statement-text.js';
import { wholeStatement, type StatementQuery } from './whole-statement.js';

type Options = Told &
  Pages & { readonly from?: string; readonly to?: string; readonly known?: string };

/** Why an account stands where it does: `journal statement`. */
export function statementCommand(command: Command, connect: () => Connection): void {
  withPages(command)
    .argument('<account>', 'as `assayctl journal accounts` lists it')
    .argument('<currency>', 'as EUR', currencyOf)
    .option('--from <time>', 'from this time at the provider on', instant)
    .option('--to <time>', 'before this time at the provider', instant)
    .option('--known <time>', 'as we knew it then, and what was learnt later', instant)
    .option('--json', 'print the answer of the service')
    .action(async (account: string, currency: StatementQuery['currency'], options: Options) => {
      const { json, all, known, ...asking } = options;
      const times = asOf(known === undefined ? {} : { known });
      const query: StatementQuery = { account, currency, ...asking, ...times };
      const answer = await asked(connect(), (journal) =>
        all ? wholeStatement(journal, query) : journal.statement({ query }),
      );
      if (json) printJson(answer);
      else process.stdout.write(statementText(answer, options));
    });
}

export function currencyOf(text: string): StatementQuery['currency'] {
  const currency = text.toUpperCase();
  if (isCurrency(currency)) return currency as StatementQuery['currency'];
  throw new InvalidArgumentError('It must be an ISO 4217 currency, as EUR.');
}
