import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, type Command } from 'commander';
import type { OperationsTypes } from '#client';
import type { Connection } from '../connection.js';
import { table } from '../table.js';
import { AS_JSON, askAsOperator, print, type Printed } from './ask.js';

type Alerts = OperationsTypes.AlertsResponse;
type Silence = OperationsTypes.SilenceResponse;
type Silenced = Printed & {
  readonly minutes: number;
  readonly reason: string;
  readonly labels?: string[];
};

/** What fires, whom it reaches, and how to have it keep quiet for a while. */
export function alertsCommand(command: Command, connect: () => Connection): void {
  const ask = askAsOperator(connect);

  command
    .command('list')
    .description('alerts that fire, the channels, and whether rules are evaluated at all')
    .option(...AS_JSON)
    .action(async (options: Printed) => {
      print(options, await ask((client) => client.alerts.alerts()), alertsText);
    });

  command
    .command('silence')
    .description('tell no one of an alert for a while')
    .argument('<alert>', 'its name, as in PaymentSuccessLow')
    .requiredOption('--minutes <n>', 'for how long, at most a month', minutesOf)
    .requiredOption('--reason <text>', 'why')
    .option('--labels <labels...>', 'only where it has these labels, as in provider=stripe')
    .option(...AS_JSON)
    .action(async (alert: string, { json, ...asked }: Silenced) => {
      const input = { body: { alert, ...asked }, idempotencyKey: randomUUID() };
      const made = await ask((client) => client.alerts.silence(input));
      print({ ...(json && { json }) }, made, (silence) => silencesText([silence]));
    });

  command
    .command('silences')
    .description('silences that hold now')
    .option(...AS_JSON)
    .action(async (options: Printed) => {
      const answer = await ask((client) => client.alerts.silences());
      print(options, answer, ({ items }) => silencesText(items));
    });

  command
    .command('unsilence')
    .description('end a silence')
    .argument('<id>', 'the silenceId')
    .option(...AS_JSON)
    .action(async (silenceId: string, options: Printed) => {
      await ask((client) => client.alerts.unsilence({ silenceId }));
      print(options, { silenceId, ended: true }, () => `${silenceId} is ended\n`);
    });

  command
    .command('test')
    .description('send a test message by a channel; ends with 3 where it was not taken')
    .argument('<channel>', 'as in slack')
    .option(...AS_JSON)
    .action(async (channel: string, options: Printed) => {
      const answer = await ask((client) => client.alerts.test({ channel }));
      print(options, answer, ({ sent, reason }) =>
        sent ? `${channel} took the message\n` : `${channel} fails: ${reason}\n`,
      );
      if (!answer.sent) process.exitCode = 3;
    });
}

function alertsText({ items, channels, evaluatedAt, trouble }: Alerts): string {
  const alerts = items.map((each) => {
    return [each.severity, each.alert, each.since, each.silenced ? 'silenced' : '', each.summary];
  });
  const told = channels.map(({ name, state, reason }) => [name, state, reason ?? '']);
  const firing =
    alerts.length === 0
      ? 'no alert fires\n'
      : table([['severity', 'alert', 'since', 'silenced', 'summary'], ...alerts]);
  const state = trouble ?? `evaluated at ${evaluatedAt ?? 'no time yet'}`;
  return `${firing}\n${table([['channel', 'state', 'reason'], ...told])}\n${state}\n`;
}

function silencesText(items: readonly Silence[]): string {
  const rows = items.map(({ silenceId, alert, labels, until, by, reason }) => {
    const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
    return [silenceId, alert, pairs.join(' '), until, by, reason];
  });
  return table([['silenceId', 'alert', 'labels', 'until', 'by', 'reason'], ...rows]);
}

function minutesOf(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number of minutes.');
}
