import type { LeafEvent } from '../event/leaf.js';
import type { Checkpoint } from '../head/checkpoint.js';

type Position = LeafEvent['position'];

/** What is verified, and what with. */
export type LogUnderAudit = {
  /** The store, read as it is. @param from inclusive. */
  read(from: Position | 'start'): AsyncIterable<readonly LeafEvent[]>;
  /** Heads whose signature is verified, in any order, from wherever they were kept. */
  readonly heads: readonly Checkpoint[];
  /**
   * Leaf hashes that the log's own tree keeps, to tell which event differs. They are believed only
   * where a signed root follows from them. Null: there are none.
   */
  readonly leaves: ((from: number, to: number) => Promise<readonly Buffer[]>) | null;
  readonly onProgress?: (events: number) => void;
};

/** The tree at a head that fits, and where its last event is. */
export type GoodHead = {
  readonly size: number;
  readonly roots: readonly Buffer[];
  readonly last: Position;
};
