import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { FILE_MODE } from './owner-only.js';
import { DELETED_REVISION, type RecordedFields } from './recorded-event.js';
import { hasChecksum } from './stored-event.js';

/** Lines that are written together. */
const LINES_BYTES = 256 * 1024;

/** Events as lines of JSON, in a file. */
export class EventExport {
  events = 0;
  /** Position of the last event written. */
  last = 0;
  readonly #file: number;
  #lines: string[] = [];
  #bytes = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'wx', FILE_MODE);
  }

  write(fields: RecordedFields, stored: Buffer, found: 'in place' | 'stray'): void {
    const { position, stream, revision, id, type, createdMs, isJson, data, metadata } = fields;
    const line = JSON.stringify({
      position,
      stream,
      revision: revision === DELETED_REVISION ? null : revision,
      id,
      type,
      recordedAt: new Date(createdMs).toISOString(),
      checksum: hasChecksum(stored),
      found,
      isJson,
      // As they are stored: text of JSON where it is JSON, else in base64.
      data: data.toString(isJson ? 'utf8' : 'base64'),
      metadata: metadata.toString(isJson ? 'utf8' : 'base64'),
    });
    this.#lines.push(line, '\n');
    this.#bytes += line.length;
    this.events += 1;
    this.last = position;
    if (this.#bytes > LINES_BYTES) this.#flush();
  }

  close(): void {
    this.#flush();
    fsyncSync(this.#file);
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, this.#lines.join(''));
    this.#lines = [];
    this.#bytes = 0;
  }
}
