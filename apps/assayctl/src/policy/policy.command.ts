import { Command, InvalidArgumentError } from 'commander';
import type { Connection } from '../connection.js';
import { PolicyClient } from './policy-client.js';
import { readJsonFile } from './read-json-file.js';
import { simulationText } from './simulation-text.js';
import { standingText } from './standing-text.js';

type Told = { readonly json?: true };
type NoteOption = Told & { readonly note: string };
type Span = { readonly from?: string; readonly to?: string; readonly json?: true };
type SimulateOptions = Span & {
  readonly policy?: string;
  readonly hash?: string;
  readonly costs?: string;
  readonly reviewMin?: number;
  readonly declineMin?: number;
};

const AS_JSON = ['--json', 'print the answer of the service'] as const;

/** The fraud policy: what decides beside the model, and how it is changed by two people. */
export function policyCommand(command: Command, connect: () => Connection): void {
  command
    .addCommand(showCommand(connect))
    .addCommand(proposeCommand(connect))
    .addCommand(simulateCommand(connect))
    .addCommand(tryCommand(connect))
    .addCommand(reportCommand(connect))
    .addCommand(activateCommand(connect))
    .addCommand(withdrawCommand(connect))
    .addCommand(rollBackCommand(connect));
}

function showCommand(connect: () => Connection): Command {
  return new Command('show')
    .description('what decides, what is tried, what waits; or one policy as JSON, to edit')
    .argument('[hash]', 'a policy that was proposed, or "in-force"', hashOrInForce)
    .option(...AS_JSON)
    .action(async (hash: string | undefined, { json: asJson }: Told) => {
      const desk = new PolicyClient(connect().operations('auditor'));
      const standing = hash === undefined ? await desk.standing() : null;
      const text =
        standing !== null && !asJson
          ? standingText(standing)
          : json(standing ?? (await desk.policy(hash ?? 'in-force')));
      process.stdout.write(text);
      desk.close();
    });
}

function proposeCommand(connect: () => Connection): Command {
  return new Command('propose')
    .description('propose a policy; another person has to activate it')
    .argument('<file>', 'the policy as JSON')
    .requiredOption('--note <text>', 'why, for the second person')
    .option(...AS_JSON)
    .action(async (file: string, { note, json: asJson }: NoteOption) => {
      const policy = readJsonFile(file);
      await decide(connect, 'analyst', 'proposals', { body: { policy, note }, asJson });
    });
}

function simulateCommand(connect: () => Connection): Command {
  return spanned(new Command('simulate'))
    .description('what a policy, costs or thresholds would have done with past payments')
    .option('--policy <file>', 'a draft as JSON (default: the policy in force)')
    .option('--hash <hash>', 'a policy that was proposed', hashOf)
    .option('--costs <file>', 'costs as JSON, in place of those of the policy')
    .option('--review-min <score>', "with --decline-min, in place of the model's", score)
    .option('--decline-min <score>', 'the score to decline from', score)
    .action(async ({ policy, hash, costs, reviewMin, declineMin, ...span }: SimulateOptions) => {
      const body = {
        ...(policy !== undefined && { policy: readJsonFile(policy) }),
        ...(hash !== undefined && { policyHash: hash }),
        ...(costs !== undefined && { costs: readJsonFile(costs) }),
        ...(reviewMin !== undefined && { reviewMin }),
        ...(declineMin !== undefined && { declineMin }),
      };
      await simulate(connect, 'simulations', { ...span, body });
    });
}

function tryCommand(connect: () => Connection): Command {
  return new Command('try')
    .description('record from now on what a policy would say, without acting on it')
    .argument('<hash>', 'a policy that was proposed', hashOf)
    .option(...AS_JSON)
    .action((policyHash: string, { json: asJson }: Told) =>
      decide(connect, 'analyst', 'trial', { body: { policyHash }, asJson }),
    );
}

function reportCommand(connect: () => Connection): Command {
  return spanned(new Command('report'))
    .description('what the policy on trial said of live payments')
    .action((span: Span) => simulate(connect, 'trial/report', { ...span, body: {} }));
}

function activateCommand(connect: () => Connection): Command {
  return new Command('activate')
    .description('activate a policy that another person proposed')
    .argument('<hash>', 'a policy that was proposed', hashOf)
    .option(...AS_JSON)
    .action((hash: string, { json: asJson }: Told) =>
      decide(connect, 'operator', `versions/${hash}/activation`, { body: {}, asJson }),
    );
}

function withdrawCommand(connect: () => Connection): Command {
  return new Command('withdraw')
    .description('take a proposal back')
    .argument('<hash>', 'a policy that was proposed', hashOf)
    .option('--note <text>', 'why', '')
    .option(...AS_JSON)
    .action((hash: string, { note, json: asJson }: NoteOption) =>
      decide(connect, 'analyst', `versions/${hash}/withdrawal`, { body: { note }, asJson }),
    );
}

function rollBackCommand(connect: () => Connection): Command {
  return new Command('roll-back')
    .description('propose what decided before; another person has to activate it')
    .argument('[hash]', 'any that decided before (default: the last)', hashOf)
    .requiredOption('--note <text>', 'why, for the second person')
    .option(...AS_JSON)
    .action((hash: string | undefined, { note, json: asJson }: NoteOption) => {
      const body = { note, ...(hash !== undefined && { policyHash: hash }) };
      return decide(connect, 'analyst', 'rollbacks', { body, asJson });
    });
}

function spanned(command: Command): Command {
  return command
    .option('--from <instant>', 'payments made from here on')
    .option('--to <instant>', 'payments made before')
    .option('--json', 'print what was found as one JSON object');
}

async function decide(
  connect: () => Connection,
  role: 'analyst' | 'operator',
  path: string,
  { body, asJson }: { readonly body: object; readonly asJson?: true | undefined },
): Promise<void> {
  const desk = new PolicyClient(connect().operations(role));
  const standing = await desk.decide(path, body);
  process.stdout.write(asJson ? json(standing) : standingText(standing));
  desk.close();
}

async function simulate(
  connect: () => Connection,
  path: string,
  { json: asJson, body, ...span }: Span & { readonly body: object },
): Promise<void> {
  const desk = new PolicyClient(connect().operations('analyst'));
  const found = await desk.simulate(path, { ...span, ...body });
  process.stdout.write(asJson ? `${JSON.stringify(found)}\n` : simulationText(found));
  desk.close();
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function hashOf(text: string): string {
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be a SHA-256, as `policy show` lists it.');
}

function hashOrInForce(text: string): string {
  return text === 'in-force' ? text : hashOf(text);
}

function score(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('It must be a score from 0 to 1.');
}
