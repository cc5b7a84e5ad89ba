import { Injectable } from '@nestjs/common';
import { holdToDecide, type At, type CaseEvent, type Desk as DeskState } from '#cases';
import { idOf } from '#event-store';
import { PaymentError } from '#payments';
import { deciderOf, type CommandContext } from '../payment/command-context.js';
import { PaymentStreams, type LoadedPayment } from '../payment/payment-streams.js';
import { CaseStreams, isRepeat, type LoadedDesk } from './case-streams.js';
import { assertCase, assertOpenCase } from './open-case.js';

export type DeskCommand = {
  readonly paymentId: string;
  readonly context: CommandContext;
  readonly decide: (at: At, desk: DeskState) => readonly CaseEvent[];
  /** Whether it makes sense of a case that is decided already, as a note does. */
  readonly alsoDecided?: boolean;
};

/** Work on cases: who has one, who is to have it, and when. */
@Injectable()
export class Desk {
  constructor(
    private readonly payments: PaymentStreams,
    private readonly cases: CaseStreams,
  ) {}

  /**
   * Runs a command on a case, once. A repeat is answered with how the case stands.
   *
   * @throws PaymentError when there is no such case, or it is decided; CaseError by its rules.
   */
  async execute({ paymentId, context, decide, alsoDecided }: DeskCommand): Promise<LoadedDesk> {
    const payment = await this.payments.load(paymentId);
    const known = await this.cases.load(paymentId);
    if (isRepeat(known, context)) return placed(known, payment);
    if (alsoDecided) assertCase(payment);
    else assertOpenCase(payment);
    const changed = await this.cases.change(paymentId, context, (desk, now) =>
      decide({ paymentId, analyst: deciderOf(context), now }, desk),
    );
    return placed(changed, payment);
  }

  /**
   * Holds a case for the decision that follows, so that no other analyst is given it or decides it
   * meanwhile. The lease ends with the decision: a decided case has no holder.
   *
   * @param expectedRevision of the case as the analyst saw it; null: any.
   * @throws PaymentError when the case is not open; CaseError `case-leased`, `case-changed`.
   */
  async hold(
    payment: LoadedPayment,
    context: CommandContext,
    expectedRevision: number | null,
  ): Promise<void> {
    assertOpenCase(payment);
    const { paymentId } = payment;
    const { replayed: _replayed, ...cause } = context;
    const holdAt = (revision: number): CommandContext => ({
      ...cause,
      commandId: idOf('hold-to-decide', context.commandId, String(revision)),
    });
    const known = await this.cases.load(paymentId);
    const { revision } = known.desk;
    // An earlier try got no further: its hold may be over, and is no change by anybody else.
    const isOwn = isRepeat(known, holdAt(revision - 1));
    const seen = isOwn && expectedRevision !== null ? revision : expectedRevision;
    await this.cases.change(paymentId, holdAt(revision), (desk, now) =>
      holdToDecide({ paymentId, analyst: deciderOf(context), now, expectedRevision: seen }, desk),
    );
  }

  /** What a lost race against another decision comes to: who decided what, and when. */
  async explain(error: unknown, paymentId: string): Promise<unknown> {
    if (!(error instanceof PaymentError) || error.code !== 'payment-not-held') return error;
    try {
      assertOpenCase(await this.payments.load(paymentId));
      return error;
    } catch (explained) {
      return explained;
    }
  }
}

/** An untouched case is as far as its payment. */
function placed(loaded: LoadedDesk, { position }: LoadedPayment): LoadedDesk {
  return loaded.desk.revision === 0 ? { ...loaded, position } : loaded;
}
