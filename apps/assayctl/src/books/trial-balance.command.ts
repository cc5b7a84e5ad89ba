import type { Command } from 'commander';
import { ViewsClient } from '#client';
import type { Connection } from '../connection.js';
import { table } from '../table.js';

export function trialBalanceCommand(command: Command, connect: () => Connection): void {
  command
    .option('--json', 'print the answer of the service')
    .action(async ({ json }: { json?: true }) => {
      const views = new ViewsClient(connect().views('auditor'));
      const { balanced, items } = await views.trialBalance();
      views.close();
      if (!balanced) process.exitCode = 1;
      if (json) {
        process.stdout.write(`${JSON.stringify({ balanced, items })}\n`);
        return;
      }
      const rows = items.map((line) => [
        line.currency,
        line.book,
        line.debits,
        line.credits,
        line.difference,
      ]);
      process.stdout.write(
        table([['currency', 'book', 'debits', 'credits', 'difference'], ...rows]),
      );
      process.stdout.write(balanced ? 'balanced\n' : 'NOT BALANCED\n');
    });
}
