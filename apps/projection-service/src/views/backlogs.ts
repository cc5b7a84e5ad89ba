/** Counts what waits for people, for the metrics of the views. */
export abstract class Backlogs {
  /** Facts of payments that contradict each other. */
  abstract openContradictions(): Promise<number>;

  /** Held payments that wait for a decision. */
  abstract openCases(): Promise<number>;
}
