import type { Command } from 'commander';
import { ApiClient, ViewsClient } from '#client';
import { Money } from '#money';
import type { Connection } from '../connection.js';
import { Failure } from '../failure.js';
import { table } from '../table.js';
import { compareBooks, type Comparison, type Figures, type SandboxBooks } from './compare-books.js';

/** Longest wait for the views to apply all there is. */
const CAUGHT_UP_MS_MAX = 30_000;

export function booksCommand(command: Command, connect: () => Connection): void {
  command
    .option('--json', 'print the comparison as JSON')
    .action(async ({ json }: { json?: true }) => {
      const lines = await compare(connect());
      process.stdout.write(json ? `${JSON.stringify(lines, digits)}\n` : report(lines));
      const differs = lines.some(({ equal, unsettled }) => !equal && unsettled === null);
      if (differs) process.exitCode = 1;
    });
}

async function compare(connection: Connection): Promise<Comparison[]> {
  const views = new ViewsClient(connection.views('auditor'));
  try {
    const behind = (await views.caughtUp(CAUGHT_UP_MS_MAX)).filter(({ caughtUp }) => !caughtUp);
    if (behind.length > 0) {
      const names = behind.map(({ name, trouble }) => `${name}${trouble ? ` (${trouble})` : ''}`);
      throw new Failure(`these views have not caught up: ${names.join(', ')}; try again later`);
    }
    const [accounts, reconciliation, sandbox] = await Promise.all([
      views.accounts(),
      views.reconciliation(),
      sandboxBooks(connection.sandboxUrl),
    ]);
    return compareBooks({ accounts, reconciliation, sandbox });
  } finally {
    views.close();
  }
}

/** Null where no sandbox is, as with the real providers. */
async function sandboxBooks(url: string | null): Promise<SandboxBooks | null> {
  if (url === null) return null;
  const sandbox = new ApiClient({ url, attemptsMax: 2 });
  try {
    return (await sandbox.send({ method: 'GET', path: '/sandbox/books' })) as SandboxBooks;
  } finally {
    sandbox.close();
  }
}

function report(lines: readonly Comparison[]): string {
  if (lines.length === 0) return 'no money has moved yet\n';
  const heading = ['provider', 'journal', 'our events', 'provider', 'sandbox', 'fees', ''];
  const rows = lines.map(({ provider, currency, journal, ours, theirs, sandbox, ...rest }) => {
    const net = (figures: Figures | null): string =>
      figures ? Money.of(figures.net, currency).toString() : 'none';
    const fees = Money.of(journal.fees, currency).toString();
    const open = rest.unsettled === null ? 'DIFFERENT' : `${rest.unsettled} not settled yet`;
    const verdict = rest.equal ? 'equal' : open;
    return [provider, net(journal), net(ours), net(theirs), net(sandbox), fees, verdict];
  });
  return table([heading, ...rows]);
}

function digits(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
