import { EventDamaged } from '#event-store';
import { decodeRecordedEvent, type RecordedFields } from './recorded-event.js';
import { hasChecksum, messageOf, unseal } from './stored-event.js';

/**
 * One event of the log: as it is stored, compared with its checksum and decoded when it is asked.
 */
export class LogEntry {
  #message: Buffer | undefined;
  #decoded: RecordedFields | undefined;

  constructor(
    readonly position: number,
    readonly stored: Buffer,
  ) {}

  /** An event that this process has just sealed. */
  static sealed(position: number, stored: Buffer): LogEntry {
    const entry = new LogEntry(position, stored);
    entry.#message = messageOf(stored);
    return entry;
  }

  /** False of an event that a version before checksums wrote. */
  get hasChecksum(): boolean {
    return hasChecksum(this.stored);
  }

  /** The event as a `RecordedEvent` message. @throws EventDamaged */
  get bytes(): Buffer {
    this.#message ??= unseal(this.stored, this.position);
    return this.#message;
  }

  /** @throws EventDamaged */
  get fields(): RecordedFields {
    this.#decoded ??= this.#decode();
    return this.#decoded;
  }

  #decode(): RecordedFields {
    const { bytes, position } = this;
    try {
      const fields = decodeRecordedEvent(bytes);
      if (fields.position === position) return fields;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    throw new EventDamaged(position);
  }
}
