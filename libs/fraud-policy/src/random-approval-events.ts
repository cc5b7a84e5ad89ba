import { upcastOf, type EventShape } from '#event-shapes';

/** A payment was let through by chance; recorded before it was. */
export type RandomApprovalGranted = EventShape<
  'RandomApprovalGranted',
  { paymentId: string; amountEur: number }
>;

/** @param day as in `2026-11-21`, UTC. */
export function randomApprovalStream(day: string): string {
  return `random-approvals-${day}`;
}

/** Streams of a day; what they come to is euros by payment. */
export const RANDOM_APPROVALS = {
  initial: new Map() as ReadonlyMap<string, number>,
  evolve: (granted: ReadonlyMap<string, number>, { data }: RandomApprovalGranted) =>
    new Map(granted).set(data.paymentId, data.amountEur),
  upcast: upcastOf<RandomApprovalGranted>('random approval', {
    RandomApprovalGranted: { personal: {} },
  }),
};
