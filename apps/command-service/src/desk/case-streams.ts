import { Injectable } from '@nestjs/common';
import {
  caseStream,
  evolveDesk,
  leaseAt,
  NO_DESK,
  upcastCase,
  type CaseEvent,
  type Desk,
} from '#cases';
import {
  changeStream,
  eventIdOf,
  EventStore,
  POSITION_START,
  readStream,
  type Position,
  type StreamType,
} from '#event-store';
import { Clock, Problem } from '#platform';
import type { CommandContext } from '../payment/command-context.js';

/** A recorded command and those before it: a map would be copied at each event. */
type RecordedCommand = {
  readonly commandId: unknown;
  readonly bodyHash: unknown;
  readonly before: RecordedCommand | null;
};

/** The work on one case as recorded. */
export type LoadedDesk = {
  readonly desk: Desk;
  readonly lastCommand: RecordedCommand | null;
  /** Of the last change; the start where there is none. */
  readonly position: Position;
};

const CASE: StreamType<CaseEvent, LoadedDesk> = {
  initial: { desk: NO_DESK, lastCommand: null, position: POSITION_START },
  evolve: ({ desk, lastCommand: before }, event, { metadata, position }) => {
    const { commandId, bodyHash = null } = metadata;
    return {
      desk: evolveDesk(desk, event),
      lastCommand: { commandId, bodyHash, before },
      position,
    };
  },
  upcast: upcastCase,
  eventId: ({ commandId, bodyHash }, _event, { index }) =>
    eventIdOf(commandId, index, bodyHash ?? ''),
};

/** The only plumbing between the desk and the streams of cases. */
@Injectable()
export class CaseStreams {
  constructor(
    private readonly eventStore: EventStore,
    private readonly clock: Clock,
  ) {}

  async load(paymentId: string): Promise<LoadedDesk> {
    return (await readStream(this.eventStore, { stream: caseStream(paymentId), type: CASE })).state;
  }

  /** Whether an analyst has the case now. */
  isLeased({ desk }: LoadedDesk): boolean {
    return leaseAt(desk, this.clock.nowIso) !== null;
  }

  /**
   * Decides on what is recorded of a case and appends at exactly that revision, so that of two
   * analysts one is first. A command that is recorded already changes nothing.
   *
   * @throws CaseError when a rule forbids it, Problem `idempotency-key-reused`.
   */
  async change(
    paymentId: string,
    context: CommandContext,
    decide: (desk: Desk, now: string) => readonly CaseEvent[],
  ): Promise<LoadedDesk> {
    const target = { stream: caseStream(paymentId), type: CASE };
    const { state } = await changeStream(this.eventStore, target, context, (known) => {
      if (isRepeat(known, context)) return [];
      return decide(known.desk, this.clock.nowIso);
    });
    return state;
  }
}

/** @throws Problem `idempotency-key-reused` when the command said something else before. */
export function isRepeat(
  loaded: Pick<LoadedDesk, 'lastCommand'>,
  { commandId, bodyHash, replayed }: CommandContext,
): boolean {
  const recorded = recordedCommand(loaded, commandId);
  if (recorded === null) return false;
  if (recorded.bodyHash !== bodyHash) throw new Problem('idempotency-key-reused');
  replayed?.();
  return true;
}

/** Null: it is not recorded. */
export function recordedCommand(
  { lastCommand }: Pick<LoadedDesk, 'lastCommand'>,
  commandId: string,
): RecordedCommand | null {
  let each = lastCommand;
  while (each !== null && each.commandId !== commandId) each = each.before;
  return each;
}
