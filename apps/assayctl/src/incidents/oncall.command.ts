import { randomUUID } from 'node:crypto';
import { Argument, type Command } from 'commander';
import type { OperationsTypes } from '#client';
import { RESPONDER_ROLES, type ResponderRole } from '#incidents';
import type { Connection } from '../connection.js';
import { readJsonFile } from '../policy/read-json-file.js';
import { table } from '../table.js';
import { AS_JSON, askAsOperator, print, type Printed } from './ask.js';

type OnCall = OperationsTypes.OnCallResponse;
type Schedule = OperationsTypes.OnCallScheduleRequest;
type Asked = Printed & { readonly from: string; readonly until: string; readonly reason: string };

const role = (): Argument =>
  new Argument('<role>', 'a level of the escalation').choices([...RESPONDER_ROLES]);

/** Who answers for which level of the escalation, and when. */
export function oncallCommand(command: Command, connect: () => Connection): void {
  const ask = askAsOperator(connect);

  command
    .command('show')
    .description('who answers now, and overrides that hold or come')
    .option(...AS_JSON)
    .action(async (options: Printed) => {
      print(options, await ask((client) => client.onCall.show()), onCallText);
    });

  command
    .command('schedule')
    .description('set the weekly schedule of a role; it has no gap and no overlap')
    .addArgument(role())
    .argument('<file>', 'JSON: {"timeZone", "shifts": [{"fromMinute", "untilMinute", "people"}]}')
    .option(...AS_JSON)
    .action(async (of: ResponderRole, file: string, options: Printed) => {
      const body = readJsonFile(file) as Schedule;
      print(options, await ask((client) => client.onCall.schedule({ role: of, body })), onCallText);
    });

  command
    .command('override')
    .description('let another person answer for a while; the last one made decides')
    .addArgument(role())
    .argument('<person>', 'the name of their key')
    .requiredOption('--from <time>', 'as in 2026-12-24T00:00:00Z')
    .requiredOption('--until <time>', 'as in 2026-12-27T00:00:00Z')
    .requiredOption('--reason <text>', 'why')
    .option(...AS_JSON)
    .action(async (of: ResponderRole, person: string, options: Asked) => {
      const { from, until, reason } = options;
      const body = { role: of, person, from, until, reason };
      const input = { body, idempotencyKey: randomUUID() };
      print(options, await ask((client) => client.onCall.override(input)), onCallText);
    });
}

function onCallText({ people, overrides }: OnCall): string {
  const now = people.map((each) => [each.role, each.person ?? 'no one']);
  const known = table([['role', 'answers now'], ...now]);
  if (overrides.length === 0) return known;
  const rows = overrides.map((each) => [each.role, each.person, each.from, each.until]);
  return `${known}\n${table([['override', 'person', 'from', 'until'], ...rows])}`;
}
