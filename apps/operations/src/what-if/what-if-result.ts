/** What `fraud-worker`'s what-if program prints at its end. */
export type WhatIfResult = {
  readonly version: string;
  readonly modelHash: string;
  readonly thresholds: { readonly reviewMin: number; readonly declineMin: number };
  readonly from: string;
  readonly to: string;
  readonly payments: number;
  readonly unscored: number;
  readonly incomparable: number;
  readonly cells: readonly WhatIfCell[];
};

type Verdict = 'approve' | 'review' | 'decline';

/** Payments that were treated in one way and would be in another, in one currency. */
export type WhatIfCell = {
  readonly currency: string;
  readonly was: Verdict;
  readonly would: Verdict;
  readonly outcome: 'fraud' | 'honest' | 'unknown';
  readonly payments: number;
  /** Minor units. */
  readonly amount: string;
};

/** One question of the desk, answered per currency. */
export type WhatIfLine = {
  readonly question: string;
  readonly currency: string;
  readonly payments: number;
  /** Minor units. */
  readonly amount: string;
};

type Question = readonly [question: string, isMeant: (cell: WhatIfCell) => boolean];

const QUESTIONS: readonly Question[] = [
  ['approved, would be declined', ({ was, would }) => was === 'approve' && would === 'decline'],
  ['approved, would be held', ({ was, would }) => was === 'approve' && would === 'review'],
  ['fraud that was approved, would be caught', isCaught],
  ['honest and approved, would be held or declined', isBothered],
  ['held or declined, would be approved', isFreed],
  ['of them known to be fraud', (cell) => isFreed(cell) && cell.outcome === 'fraud'],
  ['declined, outcome unknown, would be approved', isUnknown],
];

/** Currencies in order, and questions in theirs; nothing for what no payment is meant by. */
export function linesOf({ cells }: WhatIfResult): WhatIfLine[] {
  const currencies = [...new Set(cells.map(({ currency }) => currency))].sort();
  return currencies.flatMap((currency) =>
    QUESTIONS.flatMap(([question, isMeant]) => {
      const meant = cells.filter((cell) => cell.currency === currency && isMeant(cell));
      const payments = meant.reduce((sum, cell) => sum + cell.payments, 0);
      const amount = meant.reduce((sum, cell) => sum + BigInt(cell.amount), 0n);
      return payments === 0 ? [] : [{ question, currency, payments, amount: amount.toString() }];
    }),
  );
}

function isCaught({ was, would, outcome }: WhatIfCell): boolean {
  return was === 'approve' && would !== 'approve' && outcome === 'fraud';
}

function isBothered({ was, would, outcome }: WhatIfCell): boolean {
  return was === 'approve' && would !== 'approve' && outcome === 'honest';
}

function isFreed({ was, would }: WhatIfCell): boolean {
  return was !== 'approve' && would === 'approve';
}

/** A declined payment never happened: what it was stays unknown. */
function isUnknown({ was, would, outcome }: WhatIfCell): boolean {
  return was === 'decline' && would === 'approve' && outcome === 'unknown';
}
