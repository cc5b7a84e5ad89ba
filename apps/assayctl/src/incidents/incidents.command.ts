import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { OperationsTypes } from '#client';
import type { Connection } from '../connection.js';
import { printable } from '../printable.js';
import { table } from '../table.js';
import { AS_JSON, askAsOperator, print, type Ask, type Printed } from './ask.js';

type Incident = OperationsTypes.IncidentResponse;
type Shown = Incident & { readonly timeline: readonly OperationsTypes.IncidentStepResponse[] };

const COLUMNS = ['incidentId', 'priority', 'status', 'role', 'escalatesAt', 'title'] as const;

/** What is wrong now and was before, who works on it, and what they did. */
export function incidentsCommand(command: Command, connect: () => Connection): void {
  const ask = askAsOperator(connect);

  command
    .command('list')
    .description('the last incidents, the newest first')
    .option(...AS_JSON)
    .action(async (options: Printed) => {
      const answer = await ask((client) => client.incidents.list());
      print(options, answer, ({ items }) => incidentsText(items));
    });

  one(command, 'show', 'one incident, and what happened').action(
    async (incidentId: string, options: Printed) => {
      const incident = await ask((client) => client.incidents.one({ incidentId }));
      const { items } = await ask((client) => client.incidents.timeline({ incidentId }));
      print(options, { ...incident, timeline: items }, shownText);
    },
  );

  command
    .command('postmortem')
    .description('a draft of the post-mortem in Markdown')
    .argument('<id>', 'the incidentId')
    .option(...AS_JSON)
    .action(async (incidentId: string, options: Printed) => {
      const text = await ask((client) => client.incidents.postMortem({ incidentId }));
      print(options, { incidentId, markdown: text }, ({ markdown }) => markdown);
    });

  workCommands(command, ask);
}

function workCommands(command: Command, ask: Ask): void {
  one(command, 'ack', 'answer: it is not escalated as unanswered any more').action(
    async (incidentId: string, options: Printed) => {
      const changed = await ask((client) => client.incidents.acknowledge({ incidentId }));
      print(options, changed, (incident) => incidentsText([incident]));
    },
  );

  one(command, 'assign', 'make it the work of one person')
    .argument('<person>', 'the name of their key')
    .action(async (incidentId: string, assignee: string, options: Printed) => {
      const input = { incidentId, body: { assignee } };
      const changed = await ask((client) => client.incidents.assign(input));
      print(options, changed, (incident) => incidentsText([incident]));
    });

  one(command, 'note', 'add a note; also after the end')
    .argument('<text>', 'what to keep')
    .action(async (incidentId: string, note: string, options: Printed) => {
      const input = { incidentId, body: { note }, idempotencyKey: randomUUID() };
      const changed = await ask((client) => client.incidents.note(input));
      print(options, changed, (incident) => incidentsText([incident]));
    });

  one(command, 'resolve', 'end it, also while its alerts still fire')
    .argument('<text>', 'what ended it')
    .action(async (incidentId: string, resolution: string, options: Printed) => {
      const input = { incidentId, body: { resolution } };
      const changed = await ask((client) => client.incidents.resolve(input));
      print(options, changed, (incident) => incidentsText([incident]));
    });
}

function one(command: Command, name: string, description: string): Command {
  return command
    .command(name)
    .description(description)
    .argument('<id>', 'the incidentId')
    .option(...AS_JSON);
}

function incidentsText(items: readonly Incident[]): string {
  if (items.length === 0) return 'there is no incident\n';
  const rows = items.map((item) => COLUMNS.map((column) => item[column] ?? ''));
  return table([COLUMNS, ...rows]);
}

function shownText({ timeline, ...incident }: Shown): string {
  const fields = Object.entries(incident).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const steps = timeline.map(({ at, text }) => `${at}  ${printable(text)}\n`);
  return `${table(fields)}\n${steps.join('')}`;
}
