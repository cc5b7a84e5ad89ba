import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AUDIT_STREAM,
  eventLeafHash,
  MemoryTree,
  openCheckpoint,
  rootAt,
  signCheckpoint,
  SignerKey,
  upcastAudit,
  verifyLog,
  type Checkpoint,
  type LeafEvent,
  type LogVerification,
} from '#audit';
import { EmbeddedEventStore } from '#embedded-event-store';
import { idOf, metadataOf } from '#event-store';
import { changeLog, type RawEvent } from '../support/event-store-file.js';

/** More with AUDIT_TAMPER_EVENTS=100000. */
const EVENTS = Number(process.env['AUDIT_TAMPER_EVENTS'] ?? 300);
const HEADS = 3;
const ORIGIN = 'assay.test/tampering';
const KEY = SignerKey.of(ORIGIN, Buffer.alloc(32, 1));
const THIEF = SignerKey.of(ORIGIN, Buffer.alloc(32, 2));
/** No event of the store. */
const SOME_EVENT: LeafEvent = {
  stream: 's',
  revision: 0n,
  id: 'i',
  type: 't',
  contentType: 'application/json',
  createdTicks: 0n,
  position: { commit: 0n, prepare: 0n },
  data: Buffer.of(),
  metadata: Buffer.of(),
};
const MIDDLE = Math.floor(EVENTS / 2);

let folder: string;
let sound: string;
/** What the log's own tree keeps, and the heads that a witness has. */
const tree = new MemoryTree();
const witnessed: Checkpoint[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-tampering-'));
  sound = join(folder, 'sound');
  const store = await EmbeddedEventStore.open({ path: sound });
  for (let head = 0; head < HEADS; head += 1) {
    await appendSome(store, Math.floor(EVENTS / HEADS));
    await takeIn(store);
    const note = signCheckpoint(headOf(tree), KEY);
    witnessed.push(headOf(tree));
    await appendHead(store, note);
  }
  await store.close();
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('a store that was changed by someone who knows its format', () => {
  it('is verified when it was not', async () => {
    const found = await verifyAfter(() => undefined);
    expect(found.difference).toBeNull();
    expect(found).toMatchObject({ headsVerified: 2 * HEADS, unsigned: 1 });
  });

  it.each<[string, string, number, (events: RawEvent[]) => void]>([
    [
      'an amount was changed',
      'changed',
      MIDDLE,
      (events) => {
        edit(events, MIDDLE, (event) => (event.data = Buffer.from('{"amount":"9"}')));
      },
    ],
    [
      'a digit of metadata was changed',
      'changed',
      7,
      (events) => {
        edit(events, 7, (event) => (event.metadata = Buffer.from('{"actor":"eve"}')));
      },
    ],
    [
      'metadata of two events were swapped',
      'changed',
      4,
      (events) => {
        const [a, b] = [events[4]?.metadata, events[9]?.metadata];
        edit(events, 4, (event) => (event.metadata = b));
        edit(events, 9, (event) => (event.metadata = a));
      },
    ],
    [
      'its time was changed',
      'changed',
      MIDDLE,
      (events) => {
        edit(events, MIDDLE, (event) => {
          event.facts = new Map([...(event.facts ?? []), ['created', '17000000000000000']]);
        });
      },
    ],
    [
      'its type was changed',
      'changed',
      11,
      (events) => {
        edit(events, 11, (event) => {
          event.facts = new Map([...(event.facts ?? []), ['type', 'Refunded']]);
        });
      },
    ],
    [
      'an event was put into another stream',
      'changed',
      12,
      (events) => {
        edit(events, 12, (event) => (event.streamIdentifier = { streamName: 'payment-other' }));
      },
    ],
    ['an event was taken out', 'missing', MIDDLE, (events) => void events.splice(MIDDLE, 1)],
    [
      'an event was put in',
      'inserted',
      20,
      (events) => {
        const [copy] = events.slice(20, 21);
        if (copy) events.splice(20, 0, { ...copy, id: { string: randomUUID() } });
      },
    ],
    [
      'two events were swapped',
      'moved',
      30,
      (events) => {
        const [a, b] = events.slice(30, 32);
        if (a && b) events.splice(30, 2, b, a);
      },
    ],
    ['the end was cut off', 'truncated', EVENTS - 5, (events) => void events.splice(EVENTS - 5)],
    ['all but the first was taken out', 'truncated', 1, (events) => void events.splice(1)],
  ])('is found out, and where, when %s', async (_what, kind, leaf, change) => {
    const found = await verifyAfter(change);
    expect(found.difference).toMatchObject({ kind, leaf });
  });

  it('names the event that is there now', async () => {
    const { difference } = await verifyAfter((events) => {
      edit(events, MIDDLE, (event) => (event.data = Buffer.from('{}')));
    });
    const position = { commit: BigInt(MIDDLE + 1), prepare: BigInt(MIDDLE + 1) };
    expect(difference?.event).toMatchObject({ type: 'PaymentCaptured', position });
    expect(difference?.soundUpTo).toBeLessThanOrEqual(MIDDLE);
  });

  it('is found out between two heads when the tree is gone too', async () => {
    const change = (events: RawEvent[]) =>
      edit(events, MIDDLE, (event) => (event.data = Buffer.of()));
    const { difference } = await verifyAfter(change, { withTree: false });
    const [first, second] = witnessed;
    expect(difference).toMatchObject({ kind: 'unlocated', leaf: null, soundUpTo: first?.size });
    expect(difference?.head.size).toBe(second?.size);
  });

  it('is found out between two heads when the tree does not fit the head itself', async () => {
    const other = new MemoryTree();
    for (let leaf = 0; leaf < tree.size; leaf += 1) other.push(eventLeafHash(SOME_EVENT));
    const change = (events: RawEvent[]) =>
      edit(events, MIDDLE, (event) => (event.data = Buffer.of()));
    const { difference } = await verifyAfter(change, { keptTree: other });
    expect(difference).toMatchObject({ kind: 'unlocated', leaf: null });
  });

  it('is found out when a head was replaced', async () => {
    const at = witnessed[1]?.size ?? 0;
    const { difference } = await verifyAfter((events) => {
      edit(events, at, (event) => (event.data = noteData('forged', THIEF)));
    });
    expect(difference).toMatchObject({ kind: 'changed', leaf: at });
  });

  it('is found out by a witness when the key signed another history', async () => {
    const other = await rewritten();
    const foundByItself = await verify(other, { heads: await headsOf(other) });
    expect(foundByItself.difference).toBeNull();
    const { difference } = await verify(other, {
      heads: [...(await headsOf(other)), ...witnessed],
    });
    expect(difference?.head.size).toBe(witnessed[0]?.size);
  });

  it('has heads that the key of the log did not sign', async () => {
    const other = await rewritten(THIEF);
    await expect(headsOf(other)).rejects.toThrow(/no trusted key/);
  });
});

function edit(events: RawEvent[], index: number, change: (event: RawEvent) => void): void {
  const event = events[index];
  if (!event) throw new RangeError(`no event ${index}`);
  change(event);
}

async function verifyAfter(
  change: (events: RawEvent[]) => void,
  { withTree = true, keptTree = tree } = {},
): Promise<LogVerification> {
  const path = join(folder, randomUUID());
  await cp(sound, path, { recursive: true });
  await changeLog(path, change);
  return verify(path, { heads: [...witnessed, ...witnessed], withTree, keptTree });
}

async function verify(
  path: string,
  {
    heads,
    withTree = true,
    keptTree = tree,
  }: { heads: readonly Checkpoint[]; withTree?: boolean; keptTree?: MemoryTree },
): Promise<LogVerification> {
  const store = await EmbeddedEventStore.open({ path });
  try {
    expect((await store.verify()).problems).toEqual([]);
    const leaves = async (from: number, to: number) =>
      Array.from({ length: to - from }, (_leaf, index) => keptTree.nodes(0, from + index));
    return await verifyLog({
      read: (from) => store.readStored(from),
      heads,
      leaves: withTree ? leaves : null,
    });
  } finally {
    await store.close();
  }
}

/** The whole history again with one amount changed, and signed as if it were the first. */
async function rewritten(key = KEY): Promise<string> {
  const path = join(folder, randomUUID());
  const store = await EmbeddedEventStore.open({ path });
  await appendSome(store, EVENTS, 'changed');
  const other = new MemoryTree();
  for await (const events of store.readStored('start')) {
    for (const event of events) other.push(eventLeafHash(event));
  }
  await appendHead(store, signCheckpoint(headOf(other), key));
  await store.close();
  return path;
}

async function headsOf(path: string): Promise<Checkpoint[]> {
  const store = await EmbeddedEventStore.open({ path });
  const heads: Checkpoint[] = [];
  try {
    for await (const { type, data } of store.read(AUDIT_STREAM)) {
      const { note } = upcastAudit(type, data).data;
      heads.push(openCheckpoint(note, { origin: ORIGIN, keys: [KEY.verifier] }));
    }
  } finally {
    await store.close();
  }
  return heads;
}

async function appendSome(store: EmbeddedEventStore, count: number, word = 'as it was') {
  for (let from = 0; from < count; from += 100) {
    const appends = Array.from({ length: Math.min(100, count - from) }, (_append, index) => ({
      stream: `payment-${(from + index) % 5}`,
      events: [
        {
          id: randomUUID(),
          type: 'PaymentCaptured',
          data: { amount: String(from + index), word },
          metadata: { actor: `a${from + index}` },
        },
      ],
      expectedRevision: 'any' as const,
    }));
    await store.appendEach(appends);
  }
}

async function appendHead(store: EmbeddedEventStore, note: string): Promise<void> {
  const data = JSON.parse(noteJson(note)) as { note: string };
  const metadata = metadataOf({ client: 'test', actor: 'test', commandId: idOf(note) });
  const event = { id: randomUUID(), type: 'CheckpointSigned', data, metadata };
  await store.append(AUDIT_STREAM, [event], 'any');
}

async function takeIn(store: EmbeddedEventStore): Promise<void> {
  let index = 0;
  for await (const events of store.readStored('start')) {
    for (const event of events) {
      if (index >= tree.size) tree.push(eventLeafHash(event));
      index += 1;
    }
  }
}

function headOf({ size, nodes }: MemoryTree): Checkpoint {
  return { origin: ORIGIN, size, root: rootAt(nodes, size), extensions: [] };
}

function noteData(word: string, key: SignerKey): Buffer {
  const root = Buffer.alloc(32, word);
  const note = signCheckpoint({ origin: ORIGIN, size: 1, root, extensions: [] }, key);
  return Buffer.from(noteJson(note));
}

function noteJson(note: string): string {
  return JSON.stringify({ origin: ORIGIN, size: 1, rootHash: '', note, signedAt: '' });
}
