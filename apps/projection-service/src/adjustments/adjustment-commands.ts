import type { DataSource } from 'typeorm';
import {
  DecidedStream,
  formatPosition,
  idOf,
  readStream,
  type EventStore,
  type Position,
  type RecordedFacts,
} from '#event-store';
import {
  AdjustmentError,
  adjustmentTarget,
  approveAdjustment,
  evolveAdjustment,
  NO_ADJUSTMENT,
  placeInChart,
  proposeAdjustment,
  reverseAdjustment,
  withdrawAdjustment,
  type AdjustmentEvent,
  type AdjustmentLimits,
  type AdjustmentRules,
  type AdjustmentState,
  type ManualAdjustment,
  type Reversal,
} from '#journal';
import type { Clock, Requester } from '#platform';
import type { PeriodDecisions } from '../journal/period-decisions.js';
import { JournalAccount } from '../journal/journal.entity.js';
import type { AdjustmentAcceptedResponse } from './adjustments.response.js';

type Located = { readonly state: AdjustmentState; readonly position: Position | null };

/** Without a date it is of now. */
type Undated = Omit<ManualAdjustment, 'adjustmentId' | 'effectiveAt'> & {
  readonly effectiveAt: string | null;
};

/** What people do with adjustments. Each throws AdjustmentError with the rule's code. */
export class AdjustmentCommands {
  constructor(
    private readonly store: EventStore,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly limits: AdjustmentLimits,
    private readonly periods: PeriodDecisions,
  ) {}

  async propose(
    asked: Undated,
    requester: Requester & { readonly key: string },
  ): Promise<AdjustmentAcceptedResponse> {
    const { person, key } = requester;
    const adjustmentId = idOf('journal-adjustment', person, key);
    const { effectiveAt, ...rest } = asked;
    const known = await this.#read(adjustmentId);
    await this.#assertMerchants(asked);
    const dated = effectiveAt ?? known.state.asked?.effectiveAt ?? this.clock.nowIso;
    const adjustment = { adjustmentId, effectiveAt: new Date(dated).toISOString(), ...rest };
    // The id says what is asked: another adjustment under the same key is refused by the rules.
    const what = ['propose', JSON.stringify(adjustment)];
    return this.#decide(adjustmentId, what, requester, (state, by, rules) => {
      const events = proposeAdjustment(adjustment, by, rules, state);
      if (events.length === 0) requester.replayed();
      return events;
    });
  }

  reverse(
    adjustmentId: string,
    { effectiveAt, reason }: Pick<Reversal, 'reason'> & { readonly effectiveAt: string | null },
    requester: Requester,
  ): Promise<AdjustmentAcceptedResponse> {
    return this.#decide(adjustmentId, ['reverse'], requester, (state, by, rules) => {
      const at = new Date(effectiveAt ?? by.now).toISOString();
      return reverseAdjustment({ effectiveAt: at, reason }, by, rules, state);
    });
  }

  approve(adjustmentId: string, requester: Requester): Promise<AdjustmentAcceptedResponse> {
    return this.#decide(adjustmentId, ['approve'], requester, (state, by, rules) =>
      approveAdjustment(by, rules, state),
    );
  }

  withdraw(
    adjustmentId: string,
    note: string,
    requester: Requester,
  ): Promise<AdjustmentAcceptedResponse> {
    return this.#decide(adjustmentId, ['withdraw'], requester, (state, by) =>
      withdrawAdjustment(note, by, state),
    );
  }

  async #decide(
    adjustmentId: string,
    what: readonly string[],
    { person, key, replayed }: Requester,
    decide: (
      state: AdjustmentState,
      by: { readonly person: string; readonly now: string },
      rules: AdjustmentRules,
    ) => readonly AdjustmentEvent[],
  ): Promise<AdjustmentAcceptedResponse> {
    const { closedThrough } = await this.periods.state();
    const rules = { limits: this.limits, closedThrough };
    const by = { person, now: this.clock.nowIso };
    const named = key ?? by.now;
    const commandId = idOf('journal-adjustment-command', adjustmentId, person, named, ...what);
    const cause = { client: 'accounting', actor: person, commandId, correlationId: adjustmentId };
    const stream = new DecidedStream<AdjustmentEvent, Located>(this.store, located(adjustmentId));
    const after = await stream.decide(cause, ({ state }) => decide(state, by, rules), replayed);
    return accepted(adjustmentId, after);
  }

  async #read(adjustmentId: string): Promise<Located> {
    return (await readStream(this.store, located(adjustmentId))).state;
  }

  /** A merchant that was never booked for is most often a slip of the pen. */
  async #assertMerchants({ lines }: Pick<ManualAdjustment, 'lines'>): Promise<void> {
    for (const { account } of lines) {
      if (!isOfMerchant(account)) continue;
      const isKnown = await this.dataSource.manager.existsBy(JournalAccount, { account });
      if (!isKnown) throw new AdjustmentError('adjustment-account-unknown', { account });
    }
  }
}

function isOfMerchant(account: string): boolean {
  try {
    return placeInChart(account).kind === 'payable';
  } catch {
    return false; // The rules say so, by its code.
  }
}

function located(adjustmentId: string) {
  const { stream, type } = adjustmentTarget(adjustmentId);
  const initial: Located = { state: NO_ADJUSTMENT, position: null };
  const evolve = (
    { state }: Located,
    event: AdjustmentEvent,
    { position }: RecordedFacts,
  ): Located => ({ state: evolveAdjustment(state, event), position });
  return { stream, type: { ...type, initial, evolve } };
}

function accepted(
  adjustmentId: string,
  { state: { status }, position }: Located,
): AdjustmentAcceptedResponse {
  if (status === null || position === null) throw new AdjustmentError('adjustment-not-found');
  return { adjustmentId, status, position: formatPosition(position) };
}
