import { Injectable } from '@nestjs/common';
import { ConcurrencyConflict, EventStore, idOf } from '#event-store';
import { randomApprovalStream, type RandomApprovalGranted } from '#fraud-policy';
import type { CommandContext } from '../payment/command-context.js';
import { metadataOf } from '../payment/command-context.js';

/** A payment that may be approved at random, and what such payments may come to in a day. */
export type Candidate = {
  readonly paymentId: string;
  readonly amountEur: number;
  readonly dayEurMax: number;
  /** As in `2026-11-21`, UTC. */
  readonly day: string;
};

const ATTEMPTS_MAX = 5;

/**
 * What was approved at random, one stream a day. It is recorded before the payment is approved, so
 * that no crash and no second process makes a day cost more than the policy allows.
 */
@Injectable()
export class RandomApprovals {
  constructor(private readonly eventStore: EventStore) {}

  /** Whether the day has room for it; asking again for the same payment gives the same yes. */
  async grant(candidate: Candidate, context: CommandContext): Promise<boolean> {
    const { paymentId, amountEur, dayEurMax, day } = candidate;
    const stream = randomApprovalStream(day);
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      let [spentEur, revision] = [0, -1n];
      for await (const event of this.eventStore.read(stream)) {
        const granted = event.data as unknown as RandomApprovalGranted['data'];
        if (granted.paymentId === paymentId) return true;
        spentEur += granted.amountEur;
        revision = event.revision;
      }
      if (spentEur + amountEur > dayEurMax) return false;
      const event = {
        id: idOf('random-approval-granted', paymentId),
        type: 'RandomApprovalGranted' satisfies RandomApprovalGranted['type'],
        data: { paymentId, amountEur } satisfies RandomApprovalGranted['data'],
        metadata: metadataOf(context),
      };
      try {
        await this.eventStore.append(stream, [event], revision < 0n ? 'no-stream' : revision);
        return true;
      } catch (error) {
        if (!(error instanceof ConcurrencyConflict)) throw error;
      }
    }
    return false;
  }
}

/** Uniform from 0 up to 1: the same for the same payment under the same policy. */
export function drawOf(policy: string, paymentId: string): number {
  return parseInt(idOf('random-approval', policy, paymentId).slice(0, 8), 16) / 2 ** 32;
}
