import type { OperationsTypes } from '#client';

/** What one person proposed, of whichever part of the ledger. */
export type Waiting = {
  readonly kind:
    | OperationsTypes.ApprovalResponse['kind']
    | 'exception'
    | 'adjustment'
    | 'reversal'
    | 'reopening';
  readonly id: string;
  readonly what: string;
  readonly note: string;
  /** Null: the list does not say; its own page does, and the service refuses one's own. */
  readonly proposedBy: string | null;
  readonly proposedAt: string | null;
  readonly mayApprove: boolean;
  readonly approvePath: string;
  readonly refusePath: string;
  readonly refusalNeedsNote: boolean;
};
