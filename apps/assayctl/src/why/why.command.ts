import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { ProjectionServiceClient, type ProjectionServiceTypes } from '#client';
import type { Connection } from '../connection.js';
import { uuid } from '../audit/arguments.js';
import { Failure } from '../failure.js';
import { printable } from '../printable.js';

type Graph = ProjectionServiceTypes.CausesResponse;
type Format = 'text' | 'json' | 'dot' | 'svg';
type Options = { readonly format: Format; readonly out?: string };

/** Why something is as it is, down to the command or the delivery that led to it. */
export function whyCommand(command: Command, connect: () => Connection): void {
  command.addCommand(
    new Command('payment')
      .description('the events of a payment, each with what led to it and what followed')
      .argument('<paymentId>', 'the payment', uuid)
      .addOption(
        new Option('--format <format>', 'dot for Graphviz, svg as a picture')
          .choices(['text', 'json', 'dot', 'svg'])
          .default('text'),
      )
      .addOption(new Option('--json', 'the same as --format json').implies({ format: 'json' }))
      .option('--out <file>', 'write it to this file')
      .action(async (paymentId: string, { format, out }: Options) => {
        const text = await textOf(connect(), paymentId, format);
        if (out === undefined) process.stdout.write(text);
        else writeFileSync(out, text);
      }),
  );
}

async function textOf(connection: Connection, paymentId: string, format: Format): Promise<string> {
  if (format === 'dot' || format === 'svg') return drawn(connection, paymentId, format);
  const client = new ProjectionServiceClient(connection.views('auditor'));
  try {
    const graph = await client.history.causes({ paymentId });
    return format === 'json' ? `${JSON.stringify(graph)}\n` : storyOf(graph);
  } finally {
    client.close();
  }
}

/** As the service draws it. @throws Failure when it does not answer with a drawing. */
async function drawn(connection: Connection, paymentId: string, format: string): Promise<string> {
  const { url, key } = connection.query('auditor');
  const address = new URL(`/v1/payments/${paymentId}/causes?format=${format}`, url);
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(address, { headers }).catch((error: unknown) => {
    throw new Failure(`${url} does not answer: ${(error as Error).message}`);
  });
  const text = await answer.text();
  if (!answer.ok) throw new Failure(`${address.pathname} answers ${answer.status}: ${text}`);
  return text;
}

/** Events in their order, each with what led to it; under it what it was booked and settled as. */
export function storyOf({ nodes, edges, missing, complete }: Graph): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const named = (id: string): string => byId.get(id)?.label ?? id;
  const events = nodes
    .filter(({ kind }) => kind === 'event' || kind === 'case-event')
    .sort((a, b) => commitOf(a.position) - commitOf(b.position));
  const lines = events.flatMap(({ id, label, at, position }) => {
    const causes = edges.filter(({ to }) => to === id);
    const after = edges.filter(({ from, to }) => from === id && isOfBooks(byId.get(to)?.kind));
    return [
      `${at ?? ''}  ${position ?? ''}  ${label}`,
      ...causes.map(({ from, why }) => `    because of ${named(from)} (${why})`),
      ...after.map(({ to, why }) => `    gave ${named(to)} (${why})`),
    ];
  });
  const notes = [
    ...missing.map((view) => `not known here: what the view ${view} says`),
    ...(complete ? [] : ['cut: there are more events']),
  ];
  return `${[...lines, ...notes].map(printable).join('\n')}\n`;
}

function isOfBooks(kind: Graph['nodes'][number]['kind'] | undefined): boolean {
  return kind === 'posting' || kind === 'settlement-line';
}

function commitOf(position: string | null): number {
  return Number(position?.split('/')[0] ?? 0);
}
