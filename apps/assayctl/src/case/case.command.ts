import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, type Command } from 'commander';
import { ApiClient } from '#client';
import type { Connection } from '../connection.js';

type Options = Readonly<Record<string, string | number | boolean>>;

type Act = {
  readonly description: string;
  /** Behind `/v1/cases/<id>`. */
  readonly path: string;
  readonly reads?: true;
  readonly options?: Readonly<Record<string, string>>;
};

/** What is done to one case. */
const ACTS: Readonly<Record<string, Act>> = {
  show: { description: 'the case, with reasons and notes', path: '', reads: true },
  links: {
    description: 'payments with the same card, device or customer',
    path: '/links',
    reads: true,
  },
  lease: {
    description: 'take a case, or keep it longer',
    path: '/lease',
    options: { minutes: 'how long from now' },
  },
  release: { description: 'put a case back', path: '/lease/release' },
  note: { description: 'add a note', path: '/notes', options: { note: 'what to say' } },
  snooze: {
    description: 'put a case off',
    path: '/snooze',
    options: { until: 'as in 2026-12-01T09:00:00Z', note: 'why' },
  },
  wake: { description: 'take a snooze back', path: '/snooze/withdrawal' },
  assign: {
    description: 'make a case one analyst’s work',
    path: '/assignment',
    options: { assignee: 'the name of the analyst’s keys' },
  },
  unassign: { description: 'take an assignment back', path: '/assignment/withdrawal' },
  escalate: {
    description: 'pass a case on to a senior',
    path: '/escalation',
    options: { note: 'why' },
  },
  'take-escalation-back': {
    description: 'let any analyst decide a case again',
    path: '/escalation/withdrawal',
    options: { note: 'why' },
  },
};

const DECISION = {
  note: 'why',
  reason: 'of a rejection, as in stolen-card',
  label: 'what the model learns: fraud, not-fraud or none',
  expectedRevision: 'the revision of the desk that was seen',
} as const;

/** The work of an analyst on cases; `cases` lists them. */
export function caseCommand(command: Command, connect: () => Connection): void {
  const call = new Calls(connect);
  withOptions(command.command('next').description('be given the next case'), {
    minutes: 'how long it is yours',
  }).action((options: Options) => call.post('/v1/cases/next', options));
  withOptions(
    command.command('counts').description('how many cases each of the usual lists has'),
    {},
  ).action((options: Options) => call.get('/v1/cases/counts', options));
  for (const [name, act] of Object.entries(ACTS)) {
    const defined = command.command(name).description(act.description);
    withOptions(defined, act.options ?? {})
      .argument('<id>', 'the paymentId', uuid)
      .action((id: string, options: Options) => {
        const path = `/v1/cases/${id}${act.path}`;
        return act.reads ? call.get(path, options) : call.post(path, options);
      });
  }
  for (const decision of ['approve', 'reject']) {
    withOptions(command.command(decision).description(`${decision} a held payment`), DECISION)
      .argument('<id>', 'the paymentId', uuid)
      .action((id: string, options: Options) =>
        call.post(`/v1/payments/${id}/review`, { ...options, decision }),
      );
  }
}

class Calls {
  readonly #key = randomUUID();

  constructor(private readonly connect: () => Connection) {}

  get(path: string, { json }: Options): Promise<void> {
    return this.#print({ method: 'GET', path }, json);
  }

  post(path: string, { json, ...body }: Options): Promise<void> {
    return this.#print({ method: 'POST', path, body, idempotencyKey: this.#key }, json);
  }

  async #print(
    call: Parameters<ApiClient['send']>[0],
    json: Options[string] = false,
  ): Promise<void> {
    const client = new ApiClient({ ...this.connect().command('analyst'), attemptsMax: 2 });
    const answer = await client.send(call).finally(() => client.close());
    process.stdout.write(`${JSON.stringify(answer, null, json ? 0 : 2)}\n`);
  }
}

function withOptions(command: Command, options: Readonly<Record<string, string>>): Command {
  for (const [name, text] of Object.entries(options)) {
    const flag = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const isNumber = name === 'minutes' || name === 'expectedRevision';
    if (isNumber) command.option(`--${flag} <n>`, text, whole);
    else command.option(`--${flag} <${flag}>`, text);
  }
  return command.option('--json', 'print it in one line');
}

function whole(text: string): number {
  if (/^(0|[1-9]\d{0,6})$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}

function uuid(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('It must be a UUID, as a list of cases has it.');
}
