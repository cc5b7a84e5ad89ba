import { Command, Option } from 'commander';
import { ROLES, type Role } from '#platform';
import { table } from '../table.js';
import type { Call } from './call.js';

type Asked = {
  readonly role: Exclude<Role, 'service'>;
  readonly until?: string;
  readonly json?: true;
};

const PEOPLE_ROLES = ROLES.filter((role) => role !== 'service');
const AS_JSON = ['--json', 'print the answer of the service'] as const;

/** The first administrator, other people, and the log of what they did. */
export function peopleCommands(call: Call, asOperator: Call): Command[] {
  const people = new Command('people').description('people, who sign in with a password');
  people.addCommand(listCommand(call));
  people.addCommand(inviteCommand(call));
  return [bootstrapCommand(asOperator), people, logCommand(call)];
}

function bootstrapCommand(call: Call): Command {
  return new Command('bootstrap')
    .description('invite the first administrator, with the key of an operator')
    .argument('<name>', 'the name that decisions are recorded under')
    .option(...AS_JSON)
    .action(async (person: string, { json }: { json?: true }) => {
      const invited = await call((client) => client.accessPeople.bootstrap({ body: { person } }));
      if (json) print(invited);
      else tell(invited.invitation);
    });
}

function inviteCommand(call: Call): Command {
  return new Command('invite')
    .description('invite a person, or begin again with a person who lost what they sign in with')
    .argument('<name>', 'the name that decisions are recorded under')
    .addOption(
      new Option('--role <role>', 'what they may do').choices(PEOPLE_ROLES).makeOptionMandatory(),
    )
    .option('--until <time>', 'when the role lapses, as in 2026-12-31T00:00:00Z')
    .option(...AS_JSON)
    .action(async (person: string, { role, until, json }: Asked) => {
      const grants = [{ role, ...(until !== undefined && { until }) }];
      const invited = await call((client) =>
        client.accessPeople.invite({ body: { person, grants } }),
      );
      if (json) print(invited);
      else tell(invited.invitation);
    });
}

function listCommand(call: Call): Command {
  return new Command('list')
    .description('everybody who was invited, and their roles')
    .option(...AS_JSON)
    .action(async ({ json }: { json?: true }) => {
      const answer = await call((client) => client.accessPeople.all());
      if (json) {
        print(answer);
        return;
      }
      const rows = answer.items.map(({ person, grants, disabledAt }) => {
        const roles = grants.filter(({ inForce }) => inForce).map(({ role }) => role);
        return [person, roles.join(', '), disabledAt ?? ''];
      });
      process.stdout.write(table([['person', 'roles', 'disabledAt'], ...rows]));
    });
}

function logCommand(call: Call): Command {
  return new Command('log')
    .description('who read raw events, exported, or changed who may do what; the latest first')
    .option('--cursor <cursor>', 'go on behind an earlier page')
    .option(...AS_JSON)
    .action(async ({ cursor, json }: { cursor?: string; json?: true }) => {
      const query = cursor === undefined ? {} : { cursor };
      const answer = await call((client) => client.accessLog.log({ query }));
      if (json) {
        print(answer);
        return;
      }
      const { items, nextCursor } = answer;
      const rows = items.map(({ at, person, role, operation }) => [at, person, role, operation]);
      process.stdout.write(table([['at', 'person', 'role', 'operation'], ...rows]));
      if (nextCursor !== null) process.stdout.write(`more: --cursor ${nextCursor}\n`);
    });
}

function tell(invitation: string): void {
  process.stdout.write(`${invitation}\n`);
  process.stderr.write(
    'Give it to the person now: it is kept nowhere, and sets a password within 72 hours by\n' +
      'POST /session/credentials {"invitation", "password"}.\n',
  );
}

function print(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
