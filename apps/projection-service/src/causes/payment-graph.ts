import { formatPosition, type RecordedEvent } from '#event-store';
import { ChainedEvents } from './chained-events.js';
import { GraphBuilder, type CauseGraph, type CauseNode } from './graph.js';

/** An entry of the journal. */
export type Entry = {
  readonly entryId: string;
  readonly eventType: string;
  /** Of the line that it is derived from; null for an event of the payment. */
  readonly lineId: string | null;
  readonly recordedAt: string;
  readonly postings: readonly string[];
};

/** A line of the provider's books. */
export type Line = {
  readonly provider: string;
  readonly lineId: string;
  readonly kind: string;
  /** The provider's object, as in ch_1. */
  readonly reference: string;
  readonly amount: string;
  readonly at: string;
  /** What came of comparing it with ours. */
  readonly status: string;
};

/** All that is known of one payment. */
export type Known = {
  /** Of its stream, in order. */
  readonly events: readonly RecordedEvent[];
  /** Work of people on its case, in order. */
  readonly caseEvents: readonly RecordedEvent[];
  /** The first event of each delivery that told something of it, by stream. */
  readonly deliveries: ReadonlyMap<string, RecordedEvent>;
  readonly entries: readonly Entry[];
  readonly lines: readonly Line[];
};

const WEBHOOK_ACTOR = /^webhook:(\w+)$/;

/** Where the delivery is kept that an event came from; null when none told it. */
export function deliveryOf({ metadata }: RecordedEvent): string | null {
  const { actor, correlationId } = metadata;
  const provider = WEBHOOK_ACTOR.exec(textOf(actor))?.[1];
  if (provider === undefined || typeof correlationId !== 'string') return null;
  return `webhook-${provider}-${correlationId}`;
}

/** What led to what, by the ids that events and books name. */
export function paymentGraph(known: Known): CauseGraph {
  const graph = new GraphBuilder();
  const chain = new ChainedEvents();
  const all = [...known.events, ...known.caseEvents].sort(byPosition);
  const isOfCase = new Set(known.caseEvents.map(({ id }) => id));
  for (const event of all) {
    const kind = isOfCase.has(event.id) ? 'case-event' : 'event';
    graph.add(nodeOf(event, kind));
    graph.link(causeOf(graph, event, known.deliveries), event.id, 'causationId');
    if (kind === 'event') {
      for (const { from, why } of chain.take(event)) graph.link(from, event.id, why);
      linkDeciders(graph, event);
    }
  }
  linkCase(graph, known);
  linkBooks(graph, known);
  return graph.graph;
}

/** The command that led to an event, or the delivery that told it. */
function causeOf(
  graph: GraphBuilder,
  event: RecordedEvent,
  deliveries: Known['deliveries'],
): string {
  const { actor, causationId, commandId, client } = event.metadata;
  const stream = deliveryOf(event);
  if (stream !== null) {
    const delivery = deliveries.get(stream);
    const { type = null } = (delivery?.data ?? {}) as { readonly type?: string };
    return graph.add({
      ...(delivery ? nodeOf(delivery, 'delivery') : UNRECORDED),
      id: stream,
      kind: 'delivery',
      label: `${textOf(actor)} ${type ?? ''}`.trim(),
      detail: stream,
    });
  }
  const id = textOf(causationId ?? commandId);
  const label = `command of ${textOf(actor)}`;
  const detail = `${id} of client ${textOf(client)}`;
  return graph.add({ ...UNRECORDED, id: `command:${id}`, kind: 'command', label, detail });
}

/** The model and the policy that an assessment or a choice of provider names. */
function linkDeciders(graph: GraphBuilder, { id, data }: RecordedEvent): void {
  const { modelVersion, modelHash, policy } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof modelVersion === 'string') {
    const detail = typeof modelHash === 'string' ? modelHash : null;
    const label = `model ${modelVersion}`;
    const model = {
      ...UNRECORDED,
      id: `model:${modelVersion}`,
      kind: 'model',
      label,
      detail,
    } as const;
    graph.link(graph.add(model), id, 'modelVersion');
  }
  if (typeof policy === 'string') {
    const label = `policy ${policy}`;
    const node = {
      ...UNRECORDED,
      id: `policy:${policy}`,
      kind: 'policy',
      label,
      detail: null,
    } as const;
    graph.link(graph.add(node), id, 'policy');
  }
}

/** People's work follows from the hold, and a decision from the work before it. */
function linkCase(graph: GraphBuilder, { events, caseEvents }: Known): void {
  let last = events.find(({ type }) => type === 'PaymentHeldForReview')?.id ?? null;
  for (const event of caseEvents) {
    if (last !== null) graph.link(last, event.id, 'case');
    last = event.id;
  }
  const decision = events.find(
    ({ type }) => type === 'ReviewApproved' || type === 'ReviewRejected',
  );
  const before = caseEvents.filter((event) => decision && byPosition(event, decision) < 0).at(-1);
  if (decision && before) graph.link(before.id, decision.id, 'case');
}

function linkBooks(graph: GraphBuilder, { events, entries, lines }: Known): void {
  for (const line of lines) {
    const { lineId, provider, kind, reference, amount, at, status } = line;
    const id = lineNode(lineId);
    const label = `${provider} ${kind} ${amount}`;
    const detail = `${reference}, ${status}`;
    graph.add({ id, kind: 'settlement-line', label, detail, at, position: null });
    for (const event of events) {
      const { reference: own } = (event.data ?? {}) as { readonly reference?: unknown };
      if (own === reference) graph.link(event.id, id, 'reference');
    }
  }
  for (const { entryId, eventType, lineId, recordedAt, postings } of entries) {
    const id = `entry:${entryId}`;
    const label = postings.join('; ');
    graph.add({ id, kind: 'posting', label, detail: eventType, at: recordedAt, position: null });
    const from = lineId === null ? entryId : lineNode(lineId);
    if (graph.has(from)) graph.link(from, id, lineId === null ? 'entryId' : 'lineId');
  }
}

const lineNode = (lineId: string): string => `line:${lineId}`;

const UNRECORDED = { detail: null, at: null, position: null } as const;

function nodeOf(event: RecordedEvent, kind: CauseNode['kind']): CauseNode {
  const { id, type, recordedAt, position, stream, revision } = event;
  const detail = `${stream} ${revision}`;
  return { id, kind, label: type, detail, at: recordedAt, position: formatPosition(position) };
}

function byPosition(a: RecordedEvent, b: RecordedEvent): number {
  const [left, right] = [a.position, b.position];
  return Number(left.commit - right.commit) || Number(left.prepare - right.prepare);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : 'unknown';
}
