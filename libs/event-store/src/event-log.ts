import type { Position, RecordedEvent } from './event-store.js';

/** An event byte for byte as the store keeps it: what proofs are made of. */
export type StoredEvent = Pick<
  RecordedEvent,
  'id' | 'type' | 'stream' | 'revision' | 'position'
> & {
  readonly contentType: string;
  /** When the store wrote it, in units of 100 ns since 1970. */
  readonly createdTicks: bigint;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
};

/** A store whose events can be read as they are stored. */
export type EventLog = {
  /**
   * All events up to the end there is, in log order and several at once, without the system's. Each
   * batch is to be used before the next one is asked for.
   *
   * @param from inclusive.
   * @throws EventStoreUnavailable, EventDamaged
   */
  readStored(from: Position | 'start'): AsyncIterable<readonly StoredEvent[]>;
};
