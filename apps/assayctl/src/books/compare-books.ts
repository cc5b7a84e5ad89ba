import type { AccountState, ReconciliationSummary } from '#client';

/** One book's view of a provider in one currency, in minor units. */
export type Figures = {
  /** Captured less refunded and disputed, before fees. */
  readonly net: bigint;
  readonly fees: bigint;
};

/** The same money in every book that knows it. */
export type Comparison = {
  readonly provider: string;
  readonly currency: string;
  readonly journal: Figures;
  /** What our events say, as the reconciliation counts them. */
  readonly ours: Figures;
  /** What the provider's own books say, as we imported them. */
  readonly theirs: Figures;
  /** What the sandbox itself says; null when there is none to ask. */
  readonly sandbox: Figures | null;
  readonly equal: boolean;
  /**
   * Movements that only wait for the provider's books, a day at most, when nothing else differs;
   * null when they do not explain the difference.
   */
  readonly unsettled: number | null;
};

/** Per provider and currency, as `GET /sandbox/books` gives it. */
export type SandboxBooks = Readonly<Record<string, Readonly<Record<string, SandboxTotals>>>>;
export type SandboxTotals = {
  readonly captured: string;
  readonly refunded: string;
  readonly disputed: string;
  readonly fees: string;
};

export type Books = {
  readonly accounts: readonly AccountState[];
  readonly reconciliation: readonly ReconciliationSummary[];
  readonly sandbox: SandboxBooks | null;
};

const NOTHING: Figures = { net: 0n, fees: 0n };

/** Lays the books side by side; a minor unit of difference is a difference. */
export function compareBooks(books: Books): Comparison[] {
  return pairsOf(books).map(([provider, currency]) => {
    const summary = books.reconciliation.find(
      (line) => line.provider === provider && line.currency === currency,
    );
    const journal = journalOf(books.accounts, provider, currency);
    const ours = summary ? figures(summary.ours, summary.ourFees) : NOTHING;
    const theirs = summary ? figures(summary.theirs, summary.theirFees) : NOTHING;
    const sandbox = books.sandbox && sandboxOf(books.sandbox[provider]?.[currency]);
    const all = [journal, ours, theirs, ...(sandbox ? [sandbox] : [])];
    const equal = all.every(({ net, fees }) => net === journal.net && fees === journal.fees);
    const agree = [ours, ...(sandbox ? [sandbox] : [])].every(({ net }) => net === journal.net);
    const unsettled = !equal && agree && summary ? unsettledOf(summary.counts) : null;
    return { provider, currency, journal, ours, theirs, sandbox, equal, unsettled };
  });
}

const WELL: ReadonlySet<string> = new Set(['matched', 'booked', 'expected']);

function unsettledOf(counts: ReconciliationSummary['counts']): number | null {
  const { expected = 0 } = counts;
  const isWell = Object.entries(counts).every(([status, count]) => count === 0 || WELL.has(status));
  return isWell && expected > 0 ? expected : null;
}

/** Every provider and currency that any of the books knows, in order. */
function pairsOf({ accounts, reconciliation, sandbox }: Books): [string, string][] {
  const pairs = new Set<string>();
  for (const { account, currency } of accounts) {
    const provider = /^provider:([a-z]+):pending$/.exec(account)?.[1];
    if (provider) pairs.add(`${provider}/${currency}`);
  }
  for (const { provider, currency } of reconciliation) pairs.add(`${provider}/${currency}`);
  for (const [provider, totals] of Object.entries(sandbox ?? {})) {
    for (const [currency, { captured }] of Object.entries(totals)) {
      if (captured !== '0') pairs.add(`${provider}/${currency}`);
    }
  }
  return [...pairs].sort().map((pair) => pair.split('/') as [string, string]);
}

/**
 * What waits at the provider is net of fees and of what was paid out, exchanged or held back; each
 * stands in an account of its own.
 */
function journalOf(accounts: readonly AccountState[], provider: string, currency: string): Figures {
  const balanceOf = (name: string): bigint => {
    const found = accounts.find((row) => row.account === name && row.currency === currency);
    return BigInt(found?.balance ?? 0);
  };
  const fees = balanceOf(`fees:${provider}`);
  const elsewhere = ['payout:P:in-transit', 'bank:P', 'fx:P', 'reserve:P'].map((name) =>
    balanceOf(name.replace('P', provider)),
  );
  const left = elsewhere.reduce((sum, balance) => sum + balance, 0n);
  return { net: balanceOf(`provider:${provider}:pending`) + left + fees, fees };
}

function sandboxOf(totals: SandboxTotals | undefined): Figures {
  if (!totals) return NOTHING;
  return {
    net: BigInt(totals.captured) - BigInt(totals.refunded) - BigInt(totals.disputed),
    fees: BigInt(totals.fees),
  };
}

function figures(net: string, fees: string): Figures {
  return { net: BigInt(net), fees: BigInt(fees) };
}
