/** A payment was let through by chance; recorded before it was. */
export type RandomApprovalGranted = {
  readonly type: 'RandomApprovalGranted';
  readonly data: { readonly paymentId: string; readonly amountEur: number };
};

/** @param day as in `2026-11-21`, UTC. */
export function randomApprovalStream(day: string): string {
  return `random-approvals-${day}`;
}
