import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { bytes, type Decoded, field, message, text, textMap, uint64 } from '#wire';

/** An event as the embedded engine stores it, behind its checksum. */
const RecordedMessage = message({
  id: field(1, message({ string: field(2, text) })),
  streamIdentifier: field(2, message({ streamName: field(3, text) })),
  revision: field(3, uint64),
  preparePosition: field(4, uint64),
  commitPosition: field(5, uint64),
  facts: textMap(6),
  metadata: field(7, bytes),
  data: field(8, bytes),
});

export type RawEvent = {
  -readonly [Name in keyof Decoded<typeof RecordedMessage>]: Decoded<typeof RecordedMessage>[Name];
};

const MARK = 0xc5;
const CHECKSUM_BYTES = 8;
const SEAL_BYTES = 1 + CHECKSUM_BYTES;

/**
 * Changes the log of a store that is closed, as someone who knows its format would: positions and
 * revisions follow on, checksums are right, and what is derived is derived again. Writes only what
 * differs, so that a change in a large store costs little more than to read it.
 */
export async function changeLog(
  folder: string,
  change: (events: RawEvent[]) => void,
): Promise<void> {
  const path = join(folder, 'events.mdb');
  const root = open<Buffer, string>({ path, noSubdir: true, encoding: 'binary', maxDbs: 8 });
  const log = root.openDB<Buffer, number>({ name: 'log', encoding: 'binary' });
  const events: RawEvent[] = [];
  for (const { value } of log.getRange()) {
    events.push(RecordedMessage.decode(Buffer.from(value.subarray(SEAL_BYTES))));
  }
  const before = events.map((event) => ({ ...event }));
  const order = [...events];
  change(events);
  for (const [index, placed] of placedAgain(events).entries()) {
    if (sameFields(before[index], placed)) continue;
    void log.put(index + 1, sealed(RecordedMessage.encode(placed)));
  }
  for (let index = events.length; index < before.length; index += 1) void log.remove(index + 1);
  const isInPlace =
    events.length === order.length &&
    events.every((event, index) => {
      return event === order[index] && streamOf(event) === streamOf(before[index]);
    });
  if (!isInPlace) await dropDerived(root);
  await root.flushed;
  await root.close();
}

async function dropDerived(root: RootDatabase<Buffer, string>): Promise<void> {
  for (const name of ['index', 'streams']) {
    await root.openDB({ name, encoding: 'binary' }).clearAsync();
  }
  await root.remove('indexed');
}

function placedAgain(events: readonly RawEvent[]): RawEvent[] {
  const revisions = new Map<string, bigint>();
  return events.map((event, index) => {
    const stream = streamOf(event);
    const revision = revisions.get(stream) ?? 0n;
    revisions.set(stream, revision + 1n);
    const position = BigInt(index + 1);
    return { ...event, revision, preparePosition: position, commitPosition: position };
  });
}

function sameFields(was: RawEvent | undefined, now: RawEvent): boolean {
  const names = Object.keys(now) as (keyof RawEvent)[];
  return was !== undefined && names.every((name) => was[name] === now[name]);
}

function streamOf(event: RawEvent | undefined): string {
  return event?.streamIdentifier?.streamName ?? '';
}

function sealed(encoded: Buffer): Buffer {
  const sum = createHash('sha256').update(encoded).digest().subarray(0, CHECKSUM_BYTES);
  return Buffer.concat([Buffer.of(MARK), sum, encoded]);
}
