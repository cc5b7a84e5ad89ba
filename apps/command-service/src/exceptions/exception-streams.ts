import { Injectable } from '@nestjs/common';
import {
  changeStream,
  eventIdOf,
  EventStore,
  POSITION_START,
  readStream,
  type Position,
  type StreamType,
} from '#event-store';
import { endOf, PERIODS_STREAM, PERIODS_STREAM_TYPE } from '#journal';
import { Clock } from '#platform';
import {
  evolveWork,
  exceptionStream,
  NO_WORK,
  upcastException,
  type ExceptionEvent,
  type ExceptionWork,
} from '#reconciliation';
import { isRepeat, type LoadedDesk } from '../desk/case-streams.js';
import type { CommandContext } from '../payment/command-context.js';

/** What people made of one exception, as recorded. */
export type LoadedWork = Pick<LoadedDesk, 'lastCommand'> & {
  readonly work: ExceptionWork;
  /** Of the last change; the start where there is none. */
  readonly position: Position;
};

const EXCEPTION: StreamType<ExceptionEvent, LoadedWork> = {
  initial: { work: NO_WORK, lastCommand: null, position: POSITION_START },
  evolve: ({ work, lastCommand: before }, event, { metadata, position }) => {
    const { commandId, bodyHash = null } = metadata;
    const lastCommand = { commandId, bodyHash, before };
    return { work: evolveWork(work, event), lastCommand, position };
  },
  upcast: upcastException,
  eventId: ({ commandId, bodyHash }, _event, { index }) =>
    eventIdOf(commandId, index, bodyHash ?? ''),
};

/** The only plumbing between work on exceptions and its streams. */
@Injectable()
export class ExceptionStreams {
  constructor(
    private readonly eventStore: EventStore,
    private readonly clock: Clock,
  ) {}

  async load(exceptionId: string): Promise<LoadedWork> {
    const target = { stream: exceptionStream(exceptionId), type: EXCEPTION };
    return (await readStream(this.eventStore, target)).state;
  }

  /** From when on the books are open; null while no period is closed. */
  async openFrom(): Promise<string | null> {
    const periods = { stream: PERIODS_STREAM, type: PERIODS_STREAM_TYPE };
    const { closedThrough } = (await readStream(this.eventStore, periods)).state;
    return closedThrough && endOf(closedThrough);
  }

  /** Every event of an exception's stream, the first one first. */
  async evidence(exceptionId: string, contentHash: string): Promise<Evidence | null> {
    const target = { stream: exceptionStream(exceptionId), type: WITH_EVIDENCE };
    const { state } = await readStream(this.eventStore, target);
    return state.find((each) => each.contentHash === contentHash) ?? null;
  }

  /**
   * Decides on what is recorded of an exception and appends at exactly that revision, so that of
   * two people one is first. A command that is recorded already changes nothing.
   *
   * @throws ExceptionError when a rule forbids it, Problem `idempotency-key-reused`.
   */
  async change(
    exceptionId: string,
    context: CommandContext,
    decide: (work: ExceptionWork, now: string) => readonly ExceptionEvent[],
  ): Promise<LoadedWork> {
    const target = { stream: exceptionStream(exceptionId), type: EXCEPTION };
    const { state } = await changeStream(this.eventStore, target, context, (known) =>
      isRepeat(known, context) ? [] : decide(known.work, this.clock.nowIso),
    );
    return state;
  }
}

export type Evidence = Extract<ExceptionEvent, { type: 'ExceptionEvidenceAdded' }>['data'];

const WITH_EVIDENCE: StreamType<ExceptionEvent, readonly Evidence[]> = {
  initial: [],
  evolve: (known, event) =>
    event.type === 'ExceptionEvidenceAdded' ? [...known, event.data] : known,
  upcast: upcastException,
  eventId: ({ commandId }, _event, { index }) => eventIdOf(commandId, index, ''),
};
