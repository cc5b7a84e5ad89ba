import { decodeRecordedEvent, type RecordedFields } from './recorded-event.js';

/** One event of the log: its stored bytes, decoded when somebody asks. */
export class LogEntry {
  private decoded: RecordedFields | undefined;

  constructor(
    readonly position: number,
    readonly bytes: Buffer,
  ) {}

  get fields(): RecordedFields {
    this.decoded ??= decodeRecordedEvent(this.bytes);
    return this.decoded;
  }
}
