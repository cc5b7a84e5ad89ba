import { Command } from 'commander';
import { formatPosition, type EventStore } from '#event-store';
import { paymentStream } from '#payments';
import type { Connection } from '../connection.js';
import { bound, uuid, withStore } from './arguments.js';
import { lineOfEvent, paymentAsOf, replay, type Replayed } from './replay.js';

type Connect = () => Connection;
type ReplayOptions = {
  readonly stream?: string;
  readonly from?: string;
  readonly to?: string;
  readonly type: readonly string[];
  readonly state?: true;
  readonly json?: true;
};

export function replayCommand(connect: Connect): Command {
  return new Command('replay')
    .description('the events as they are stored, in order')
    .argument('[paymentId]', 'of this payment (default: of the whole ledger)', uuid)
    .option('--stream <name>', 'of this stream instead')
    .option('--from <bound>', 'from a time or a position on, as 1042/1042', bound)
    .option('--to <bound>', 'before a time, or up to a position', bound)
    .option('--type <type>', 'only of this type; may be repeated', collect, [])
    .option('--state', 'with what each event made of its payment')
    .option('--json', 'one JSON object a line')
    .action(async (paymentId: string | undefined, options: ReplayOptions) => {
      await withStore(connect(), (store) => print(store, paymentId, options));
    });
}

export function asOfCommand(connect: Connect): Command {
  return new Command('as-of')
    .description('a payment as the ledger knew it at a time, or at a position')
    .argument('<paymentId>', 'the payment', uuid)
    .argument(
      '<bound>',
      'a time such as 2026-09-01T12:00:00Z, or a position such as 1042/1042',
      bound,
    )
    .option('--json', 'print it in one line')
    .action(async (paymentId: string, at: string, { json }: { json?: true }) => {
      await withStore(connect(), async (store) => {
        const payment = await paymentAsOf(store, paymentId, at);
        process.stdout.write(`${JSON.stringify(payment, digits, json ? 0 : 2)}\n`);
      });
    });
}

async function print(
  store: EventStore,
  paymentId: string | undefined,
  options: ReplayOptions,
): Promise<void> {
  const { stream, from = null, to = null, type: types, state = false, json } = options;
  const named = paymentId === undefined ? (stream ?? null) : paymentStream(paymentId);
  for await (const each of replay(store, { stream: named, from, to, types }, state)) {
    process.stdout.write(json ? `${jsonOf(each)}\n` : textOf(each));
  }
}

function jsonOf({ event, state }: Replayed): string {
  const { position, revision } = event;
  const plain = { ...event, position: formatPosition(position), revision: String(revision) };
  return JSON.stringify(state === null ? plain : { ...plain, state }, digits);
}

function textOf({ event, state }: Replayed): string {
  const line = `${lineOfEvent(event)}\n`;
  return state === null ? line : `${line}${JSON.stringify(state, digits, 2)}\n`;
}

function digits(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
