export type Imbalance = {
  readonly currency: string;
  /** All debits less all credits, in minor units: anything but 0 is a bug or a changed database. */
  readonly minorUnits: bigint;
};

/** Counts what waits for people, for the metrics of the views. */
export abstract class Backlogs {
  /** Facts of payments that contradict each other. */
  abstract openContradictions(): Promise<number>;

  /** Held payments that wait for a decision. */
  abstract openCases(): Promise<number>;

  /** Of each currency that the journal has postings in. */
  abstract journalImbalances(): Promise<readonly Imbalance[]>;

  /** Movements that our books and a provider's do not agree on, by status. */
  abstract openDifferences(): Promise<ReadonlyMap<string, number>>;
}
