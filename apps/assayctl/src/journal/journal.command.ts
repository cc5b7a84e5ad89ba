import type { Command } from 'commander';
import type { Connection } from '../connection.js';
import { accountsCommand, trialBalanceCommand } from './balances.command.js';
import { entriesCommand } from './entries.command.js';
import { exportCommand } from './export.command.js';
import { statementCommand } from './statement.command.js';
import { whyCommand } from './why.command.js';

const COMMANDS = {
  accounts: { says: 'what every account stands at, at any two times', define: accountsCommand },
  'trial-balance': {
    says: 'all debits against all credits, per currency',
    define: trialBalanceCommand,
  },
  entries: { says: 'entries with their postings, newest first', define: entriesCommand },
  statement: {
    says: 'why an account stands where it does: opening, movements, lines, closing',
    define: statementCommand,
  },
  why: { says: 'what a balance comes from, down to commands', define: whyCommand },
  export: {
    says: 'the journal for beancount, ledger, hledger, spreadsheets',
    define: exportCommand,
  },
};

/** The books, for those who close them. */
export function journalCommand(command: Command, connect: () => Connection): void {
  for (const [name, { says, define }] of Object.entries(COMMANDS)) {
    define(command.command(name).description(says), connect);
  }
}
