import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { cp } from 'node:fs/promises';
import {
  AUDIT_STREAM,
  eventLeafHash,
  MemoryTree,
  rootAt,
  signCheckpoint,
  SignerKey,
  verifyLog,
  type Checkpoint,
  type LogVerification,
} from '#audit';
import { EmbeddedEventStore } from '#embedded-event-store';
import { idOf, metadataOf } from '#event-store';
import type { RawEvent } from './event-store-file.js';
import type { Hand } from './tampers.js';

export const ORIGIN = 'assay.test/tampering';
export const KEY = SignerKey.of(ORIGIN, Buffer.alloc(32, 1));
export const THIEF = SignerKey.of(ORIGIN, Buffer.alloc(32, 2));
const APPENDS_AT_ONCE = 1000;

/** A log with its signed heads, what its own tree keeps of it, and what a witness kept. */
export type SoundLog = {
  readonly path: string;
  readonly tree: MemoryTree;
  readonly heads: readonly { readonly checkpoint: Checkpoint; readonly note: string }[];
};

/** So many events in all, the heads among them, the last of which is the last event. */
export async function writeSoundLog(
  path: string,
  { events, heads: count }: { readonly events: number; readonly heads: number },
): Promise<SoundLog> {
  const tree = new MemoryTree();
  const heads: SoundLog['heads'][number][] = [];
  const store = await EmbeddedEventStore.open({ path });
  for (let head = 1; head <= count; head += 1) {
    const size = Math.floor((events * head) / count) - 1;
    await appendSome(store, size - tree.size, tree.size);
    await takeIn(store, tree);
    const checkpoint = headOf(tree);
    const note = signCheckpoint(checkpoint, KEY);
    heads.push({ checkpoint, note });
    await appendHead(store, note);
    await takeIn(store, tree);
  }
  await store.close();
  return { path, tree, heads };
}

/** The files share what they hold until one is changed, where the file system can. */
export async function copyOf(path: string, target: string): Promise<string> {
  await cp(path, target, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return target;
}

/** @param tree what the log's own tree answers; null: it is gone. */
export async function verifyStore(
  path: string,
  { heads, tree }: { readonly heads: readonly Checkpoint[]; readonly tree: MemoryTree | null },
): Promise<LogVerification & { readonly problems: readonly string[] }> {
  const store = await EmbeddedEventStore.open({ path });
  try {
    const { problems } = await store.verify();
    const leaves = async (from: number, to: number) =>
      Array.from({ length: to - from }, (_leaf, index) => {
        return tree?.nodes(0, from + index) ?? Buffer.of();
      });
    const read = (from: Parameters<typeof store.readStored>[0]) => store.readStored(from);
    return { ...(await verifyLog({ read, heads, leaves: tree && leaves })), problems };
  } finally {
    await store.close();
  }
}

/** Signs what is in the store now as if there had never been anything else. */
export async function signAgain(path: string, key: SignerKey): Promise<Checkpoint> {
  const store = await EmbeddedEventStore.open({ path });
  const tree = new MemoryTree();
  await takeIn(store, tree);
  const head = headOf(tree);
  await appendHead(store, signCheckpoint(head, key));
  await store.close();
  return head;
}

export const RAW_HAND: Hand<RawEvent> = {
  edit: (event, { data, metadata, type, stream, createdTicks, id }) => {
    const facts = new Map(event.facts ?? []);
    if (type !== undefined) facts.set('type', type);
    if (createdTicks !== undefined) facts.set('created', createdTicks);
    event.facts = facts;
    if (data !== undefined) event.data = Buffer.from(data);
    if (metadata !== undefined) event.metadata = Buffer.from(metadata);
    if (stream !== undefined) event.streamIdentifier = { streamName: stream };
    if (id !== undefined) event.id = { string: id };
  },
  metadata: ({ metadata }) => String(metadata),
  copy: (event) => ({ ...event }),
};

async function appendSome(store: EmbeddedEventStore, count: number, first: number) {
  for (let from = 0; from < count; from += APPENDS_AT_ONCE) {
    const length = Math.min(APPENDS_AT_ONCE, count - from);
    await store.appendEach(
      Array.from({ length }, (_append, index) => ({
        stream: `payment-${(from + index) % 5}`,
        events: [
          {
            id: randomUUID(),
            type: 'PaymentCaptured',
            data: { amount: String(first + from + index), word: 'as it was' },
            metadata: { actor: `a${first + from + index}` },
          },
        ],
        expectedRevision: 'any' as const,
      })),
    );
  }
}

async function appendHead(store: EmbeddedEventStore, note: string): Promise<void> {
  const data = { origin: ORIGIN, size: 1, rootHash: '', note, signedAt: '' };
  const metadata = metadataOf({ client: 'test', actor: 'test', commandId: idOf(note) });
  const event = { id: randomUUID(), type: 'CheckpointSigned', data, metadata };
  await store.append(AUDIT_STREAM, [event], 'any');
}

async function takeIn(store: EmbeddedEventStore, tree: MemoryTree): Promise<void> {
  const from = BigInt(tree.size + 1);
  for await (const events of store.readStored({ commit: from, prepare: from })) {
    for (const event of events) tree.push(eventLeafHash(event));
  }
}

export function headOf({ size, nodes }: MemoryTree): Checkpoint {
  return { origin: ORIGIN, size, root: rootAt(nodes, size), extensions: [] };
}
