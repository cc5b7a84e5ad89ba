import { Command } from 'commander';
import type { EventStore } from '#event-store';
import type { Connection } from '../connection.js';
import { moneyOf } from '../journal/amounts.js';
import { asked } from '../journal/asked.js';
import { instant } from '../journal/instant.js';
import { printable } from '../printable.js';
import { table } from '../table.js';
import { bound, uuid, withStore } from './arguments.js';
import { balanceDifference, type BalanceDifference } from './balance-difference.js';
import { caseDifference, paymentDifference, type Difference, type Span } from './diff.js';
import type { Change } from './changes.js';

type Connect = () => Connection;
type Told = { readonly json?: true };

/** What changed between two times or positions, and by which events. */
export function diffCommand(connect: Connect): Command {
  return new Command('diff')
    .description('what changed between two times or positions, and by which events')
    .addCommand(streamDiff('payment', 'of a payment', connect, paymentDifference))
    .addCommand(streamDiff('case', 'of the work on a case', connect, caseDifference))
    .addCommand(balancesDiff(connect));
}

type Find = (store: EventStore, paymentId: string, span: Span) => Promise<Difference>;

function streamDiff(name: string, what: string, connect: Connect, find: Find): Command {
  return new Command(name)
    .description(what)
    .argument('<paymentId>', 'the payment', uuid)
    .argument('<from>', 'what was known at this time or position', bound)
    .argument('<to>', 'and what at this one', bound)
    .option('--json', 'print it as one JSON object')
    .action(async (paymentId: string, from: string, to: string, { json }: Told) => {
      await withStore(connect(), async (store) => {
        const difference = await find(store, paymentId, { from, to });
        process.stdout.write(json ? jsonOf(difference) : differenceText(difference));
      });
    });
}

function balancesDiff(connect: Connect): Command {
  return new Command('balances')
    .description('of every account, with the entries between')
    .argument('<from>', 'as it was known at this time', instant)
    .argument('<to>', 'and at this one', instant)
    .option('--json', 'print it as one JSON object')
    .action(async (from: string, to: string, { json }: Told) => {
      const difference = await asked(connect(), (journal) =>
        balanceDifference(journal, { from, to }),
      );
      process.stdout.write(json ? jsonOf(difference) : balancesText(difference));
    });
}

function differenceText({ changes, steps }: Difference): string {
  if (steps.length === 0) return 'nothing was recorded between the two\n';
  const each = steps.map(({ recordedAt, position, type, actor, eventId, changes: own }) => {
    const head = `${recordedAt}  ${position}  ${type}  by ${actor ?? 'unknown'}  ${eventId}`;
    return [printable(head), ...own.map((change) => `    ${lineOf(change)}`)].join('\n');
  });
  const whole = changes.map((change) => `  ${lineOf(change)}`).join('\n');
  return `changed:\n${whole}\n\nby these events:\n${each.join('\n')}\n`;
}

function lineOf({ path, before, after }: Change): string {
  return printable(`${path}: ${textOf(before)} -> ${textOf(after)}`);
}

const textOf = (value: unknown): string =>
  value === undefined ? '(none)' : JSON.stringify(value, digits);

function balancesText({ balances, entries }: BalanceDifference): string {
  const rows = balances.map(({ account, currency, before, after }) => [
    account,
    moneyOf(before, currency),
    moneyOf(after, currency),
  ]);
  const by = entries.map(({ recordedAt, eventType, entryId, paymentId }) => [
    recordedAt,
    eventType,
    paymentId ?? '',
    entryId,
  ]);
  if (rows.length === 0 && by.length === 0) return 'nothing was recorded between the two\n';
  return (
    `${table([['account', 'before', 'after'], ...rows])}\n` +
    table([['recorded at', 'event', 'payment', 'event id'], ...by])
  );
}

function jsonOf(value: object): string {
  return `${JSON.stringify(value, digits)}\n`;
}

function digits(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
