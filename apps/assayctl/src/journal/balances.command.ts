import type { Command } from 'commander';
import type { ProjectionServiceTypes } from '#client';
import type { Connection } from '../connection.js';
import { table } from '../table.js';
import { moneyOf } from './amounts.js';
import { asked, asOf, printJson, type Times, type Told } from './asked.js';
import { instant } from './instant.js';

type Accounts = ProjectionServiceTypes.AccountsResponse;
type TrialBalance = ProjectionServiceTypes.TrialBalanceResponse;

/** What every account stands at: `journal accounts`. */
export function accountsCommand(command: Command, connect: () => Connection): void {
  withTimes(command)
    .option('--json', 'print the answer of the service')
    .action(async ({ json, ...times }: Told & Times) => {
      const answer = await asked(connect(), (journal) => journal.accounts({ query: asOf(times) }));
      if (json) printJson(answer);
      else process.stdout.write(accountsText(answer));
    });
}

/** All debits against all credits; the exit code says whether they are equal. */
export function trialBalanceCommand(command: Command, connect: () => Connection): void {
  withTimes(command)
    .option('--json', 'print the answer of the service')
    .action(async ({ json, ...times }: Told & Times) => {
      const answer = await asked(connect(), (journal) =>
        journal.trialBalance({ query: asOf(times) }),
      );
      if (!answer.balanced) process.exitCode = 1;
      if (json) printJson(answer);
      else process.stdout.write(trialBalanceText(answer));
    });
}

export function withTimes(command: Command): Command {
  return command
    .option('--known <time>', 'as we knew it then: only what was recorded by that time', instant)
    .option('--effective <time>', 'only what had happened at the provider by that time', instant);
}

function accountsText({ items, position }: Accounts): string {
  const rows = items.map(({ account, currency, debits, credits, balance }) => [
    account,
    moneyOf(debits, currency),
    moneyOf(credits, currency),
    moneyOf(balance, currency),
  ]);
  const heading = ['account', 'debits', 'credits', 'balance'];
  return `${table([heading, ...rows])}\nas of position ${position}; a credit is negative\n`;
}

function trialBalanceText({ items, balanced, position }: TrialBalance): string {
  const rows = items.map(({ currency, book, debits, credits, difference }) => [
    currency,
    book,
    moneyOf(debits, currency),
    moneyOf(credits, currency),
    moneyOf(difference, currency),
  ]);
  const heading = ['currency', 'book', 'debits', 'credits', 'difference'];
  const verdict = balanced ? 'balanced' : 'NOT BALANCED';
  return `${table([heading, ...rows])}\n${verdict}, as of position ${position}\n`;
}
