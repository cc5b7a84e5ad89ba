import { caseStream, evolveDesk, NO_DESK, upcastCase, type Desk } from '#cases';
import { formatPosition, type EventStore, type RecordedEvent } from '#event-store';
import { paymentStream } from '#payments';
import { Failure } from '../failure.js';
import { changesBetween, type Change } from './changes.js';
import { isBehind, replay } from './replay.js';

/** Two times, or two positions; the first one is what was known at it, the second likewise. */
export type Span = { readonly from: string; readonly to: string };

export type Step = {
  readonly eventId: string;
  readonly type: string;
  readonly position: string;
  readonly recordedAt: string;
  readonly actor: string | null;
  readonly changes: readonly Change[];
};

/** What differs between the two, and each event between them with what it changed. */
export type Difference = { readonly changes: readonly Change[]; readonly steps: readonly Step[] };

type Known = { readonly event: RecordedEvent; readonly state: unknown };

/** @throws Failure when there was no such payment at the second one. */
export async function paymentDifference(
  store: EventStore,
  paymentId: string,
  span: Span,
): Promise<Difference> {
  const states: Known[] = [];
  const filter = { stream: paymentStream(paymentId), from: null, to: span.to, types: [] };
  for await (const each of replay(store, filter, true)) {
    const { timeline: _timeline, ...state } = each.state ?? { timeline: [] };
    states.push({ event: each.event, state });
  }
  if (states.length === 0) throw new Failure(`there was no payment ${paymentId} then`);
  return differenceOf(states, span, {});
}

/** Of the work on a case; without any there is no difference. */
export async function caseDifference(
  store: EventStore,
  paymentId: string,
  span: Span,
): Promise<Difference> {
  const states: Known[] = [];
  let desk: Desk = NO_DESK;
  const filter = { stream: caseStream(paymentId), from: null, to: span.to, types: [] };
  for await (const { event } of replay(store, filter, false)) {
    desk = evolveDesk(desk, upcastCase(event.type, event.data));
    states.push({ event, state: desk });
  }
  return differenceOf(states, span, NO_DESK);
}

function differenceOf(states: readonly Known[], { from }: Span, nothing: unknown): Difference {
  const known = states.filter(({ event }) => !isBehind(event, from));
  const first = known.at(-1)?.state ?? nothing;
  let before = first;
  const steps = states.slice(known.length).map(({ event, state }): Step => {
    const changes = changesBetween(before, state);
    before = state;
    return stepOf(event, changes);
  });
  return { changes: changesBetween(first, before), steps };
}

function stepOf(event: RecordedEvent, changes: readonly Change[]): Step {
  const { id: eventId, type, position, recordedAt, metadata } = event;
  const { actor } = metadata;
  const by = typeof actor === 'string' ? actor : null;
  return { eventId, type, position: formatPosition(position), recordedAt, actor: by, changes };
}
