import { Injectable } from '@nestjs/common';
import { changeStream, ConcurrencyConflict, EventStore, idOf, type StreamType } from '#event-store';
import { RANDOM_APPROVALS, randomApprovalStream, type RandomApprovalGranted } from '#fraud-policy';
import type { CommandContext } from '../payment/command-context.js';

/** A payment that may be approved at random, and what such payments may come to in a day. */
export type Candidate = {
  readonly paymentId: string;
  readonly amountEur: number;
  readonly dayEurMax: number;
  /** As in `2026-11-21`, UTC. */
  readonly day: string;
};

/**
 * What was approved at random, one stream a day. It is recorded before the payment is approved, so
 * that no crash and no second process makes a day cost more than the policy allows.
 */
@Injectable()
export class RandomApprovals {
  constructor(private readonly eventStore: EventStore) {}

  /**
   * Whether the day has room for it; asking again for the same payment gives the same yes. A day
   * that other writers change all the time has none.
   */
  async grant(candidate: Candidate, context: CommandContext): Promise<boolean> {
    const { paymentId, amountEur, dayEurMax, day } = candidate;
    const target = { stream: randomApprovalStream(day), type: DAY };
    const approval: RandomApprovalGranted = {
      type: 'RandomApprovalGranted',
      data: { paymentId, amountEur },
    };
    try {
      const { state } = await changeStream(this.eventStore, target, context, (granted) => {
        const isSpent = granted.has(paymentId) || sumOf(granted) + amountEur > dayEurMax;
        return isSpent ? [] : [approval];
      });
      return state.has(paymentId);
    } catch (error) {
      if (error instanceof ConcurrencyConflict) return false;
      throw error;
    }
  }
}

/** What was granted on a day, in euros by payment. */
const DAY: StreamType<RandomApprovalGranted, ReadonlyMap<string, number>> = {
  ...RANDOM_APPROVALS,
  eventId: (_cause, { data }) => idOf('random-approval-granted', data.paymentId),
};

function sumOf(granted: ReadonlyMap<string, number>): number {
  return [...granted.values()].reduce((sum, amountEur) => sum + amountEur, 0);
}

/** Uniform from 0 up to 1: the same for the same payment under the same policy. */
export function drawOf(policy: string, paymentId: string): number {
  return parseInt(idOf('random-approval', policy, paymentId).slice(0, 8), 16) / 2 ** 32;
}
