import { Injectable } from '@nestjs/common';
import { CaseError, takeFree } from '#cases';
import { changeStream, EventStore, formatPosition, readStream, type Position } from '#event-store';
import { PaymentError } from '#payments';
import { Clock, Problem } from '#platform';
import { deciderOf, type CommandContext } from '../payment/command-context.js';
import { Locks } from '../payment/locks.js';
import { PaymentStreams } from '../payment/payment-streams.js';
import { CaseStreams, recordedCommand, type LoadedDesk } from './case-streams.js';
import { Desk } from './desk.js';
import { takeStream, type CaseLeaseRequested } from './take-stream.js';
import { WaitingCases, type Asking } from './waiting-cases.js';

export type TakeNext = {
  readonly context: CommandContext;
  readonly forMs: number;
  readonly asking: Asking;
};

export type Taken = { readonly paymentId: string; readonly loaded: LoadedDesk };

/** The view lags behind what others take; each round waits for what the last one saw. */
const ROUNDS_MAX = 5;

/** Gives an analyst the case that is worth most of the time that is left. */
@Injectable()
export class NextCases {
  constructor(
    private readonly eventStore: EventStore,
    private readonly waiting: WaitingCases,
    private readonly cases: CaseStreams,
    private readonly desk: Desk,
    private readonly payments: PaymentStreams,
    private readonly locks: Locks,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the first of the waiting cases that is still free. The view only proposes; who has a case
   * is decided at the revision of its stream.
   *
   * @returns null when none is free.
   * @throws Problem `unavailable` when the view is away; `conflict` when others were faster at all.
   */
  take(command: TakeNext): Promise<Taken | null> {
    // Of two at once under one key the second finds what the first one took.
    return this.locks.run(command.context.commandId, () => this.#take(command));
  }

  async #take(command: TakeNext): Promise<Taken | null> {
    const before = await this.#repeated(command.context);
    if (before) return before;
    let seen: Position | null = null;
    for (let round = 1; round <= ROUNDS_MAX; round += 1) {
      const minPosition: string | null = seen && formatPosition(seen);
      const waiting = await this.waiting.find(command.asking, minPosition);
      if (waiting.length === 0) return null;
      for (const paymentId of waiting) {
        const outcome = await this.#try(paymentId, command);
        if ('loaded' in outcome) return outcome;
        seen = later(seen, outcome.position);
      }
    }
    throw new Problem('conflict', 'others took each waiting case first; try again');
  }

  /** The case that this command took before. */
  async #repeated(context: CommandContext): Promise<Taken | null> {
    const { state } = await readStream(this.eventStore, takeStream(context.commandId));
    const paymentId = state.tried.at(-1);
    if (paymentId === undefined) return null;
    if (state.bodyHash !== context.bodyHash) throw new Problem('idempotency-key-reused');
    const loaded = await this.cases.load(paymentId);
    if (!recordedCommand(loaded, context.commandId)) return null;
    context.replayed?.();
    return { paymentId, loaded };
  }

  /** @returns how far the case is that another analyst took first, or that is open no more. */
  async #try(
    paymentId: string,
    { context, forMs }: TakeNext,
  ): Promise<Taken | Pick<LoadedDesk, 'position'>> {
    const known = await this.cases.load(paymentId);
    if (recordedCommand(known, context.commandId)) return { paymentId, loaded: known };
    if (this.cases.isLeased(known)) return at(known);
    await this.#note(paymentId, context);
    try {
      const loaded = await this.desk.execute({
        paymentId,
        context,
        decide: (at, desk) => takeFree({ ...at, forMs }, desk),
      });
      return { paymentId, loaded };
    } catch (error) {
      if (error instanceof CaseError) return at(await this.cases.load(paymentId));
      if (error instanceof PaymentError) return at(await this.payments.load(paymentId));
      throw error;
    }
  }

  /** Says which case is about to be leased, so that a repeat of the command finds it. */
  async #note(paymentId: string, context: CommandContext): Promise<void> {
    const requested: CaseLeaseRequested = {
      type: 'CaseLeaseRequested',
      data: { paymentId, analyst: deciderOf(context), requestedAt: this.clock.nowIso },
    };
    await changeStream(this.eventStore, takeStream(context.commandId), context, ({ tried }) =>
      tried.at(-1) === paymentId ? [] : [requested],
    );
  }
}

function at({ position }: { readonly position: Position }): { readonly position: Position } {
  return { position };
}

function later(a: Position | null, b: Position): Position {
  return a !== null && a.commit > b.commit ? a : b;
}
