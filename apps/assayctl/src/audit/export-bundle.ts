import { isUtf8 } from 'node:buffer';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import {
  consistencyProof,
  eventLeafHash,
  inclusionProof,
  MemoryTree,
  rootAt,
  sameHash,
} from '#audit';
import type { EventLog, StoredEvent } from '#event-store';
import { Failure } from '../failure.js';
import {
  BUNDLE_FORMAT,
  LEAVES_FILE,
  type BundleEvent,
  type Manifest,
  type Selection,
} from './bundle.js';
import { Evidence } from './evidence.js';
import { README } from './bundle-readme.js';
import type { Trust, TrustedHead } from './trusted-heads.js';

export type BundleExport = {
  readonly log: EventLog;
  readonly trust: Trust;
  readonly heads: readonly TrustedHead[];
  readonly selection: Selection | null;
  /** A new folder, or an empty one. */
  readonly folder: string;
  /** The verifier that goes into the folder. */
  readonly verifier: string;
  readonly now: Date;
  readonly onProgress: (events: number, total: number) => void;
};

/**
 * Writes the events up to the last head, all or those selected, with what proves them.
 *
 * @throws Evidence when the store does not fit a head; then there is no manifest.
 */
export async function exportBundle(bundle: BundleExport): Promise<Manifest> {
  const { folder, heads, selection, trust } = bundle;
  await claimEmpty(folder);
  const sorted = [...heads].sort((a, b) => a.checkpoint.size - b.checkpoint.size);
  const last = sorted.at(-1);
  if (!last) throw new Failure('there is no head yet; sign one: POST /v1/audit/checkpoints');
  const { size } = last.checkpoint;
  const tree = await treeUpTo(bundle, size);
  compareHeads(tree, sorted);
  const events = await writeEvents(bundle, tree, size);
  await writeHeads(folder, sorted);
  if (selection === null) await writeLeaves(join(folder, LEAVES_FILE), tree, size);
  await writeFile(join(folder, 'consistency.json'), consistencyText(tree, sorted));
  await writeFile(join(folder, 'key.txt'), trust.keys.map((key) => `${key.toString()}\n`).join(''));
  await writeFile(join(folder, 'README.md'), README);
  await copyFile(bundle.verifier, join(folder, 'verify.mjs'));
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    origin: trust.origin,
    scope: selection === null ? 'whole' : 'part',
    selection,
    events,
    headSize: size,
    exportedAt: bundle.now.toISOString(),
  };
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function claimEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const [present] = await readdir(folder);
  if (present !== undefined) throw new Failure(`${folder} is not empty (${present})`);
}

async function treeUpTo({ log, onProgress }: BundleExport, size: number): Promise<MemoryTree> {
  const tree = new MemoryTree();
  for await (const events of log.readStored('start')) {
    for (const event of events) {
      if (tree.size === size) return tree;
      tree.push(eventLeafHash(event));
    }
    onProgress(tree.size, 2 * size);
  }
  return tree;
}

function compareHeads(tree: MemoryTree, heads: readonly TrustedHead[]): void {
  for (const { checkpoint } of heads) {
    const { size, root } = checkpoint;
    const fits = size <= tree.size && sameHash(rootAt(tree.nodes, size), root);
    if (!fits) throw new Evidence(`the store does not fit the head of ${size} events`);
  }
}

/** A second reading, so that an event's proof is there when it is written. */
async function writeEvents(bundle: BundleExport, tree: MemoryTree, size: number): Promise<number> {
  const { log, folder, selection, onProgress } = bundle;
  const file = createWriteStream(join(folder, 'events.jsonl'), { mode: 0o600 });
  let index = 0;
  let written = 0;
  for await (const events of log.readStored('start')) {
    for (const event of events.slice(0, size - index)) {
      if (!sameHash(eventLeafHash(event), tree.nodes(0, index))) {
        throw new Evidence(`event ${index} changed while it was exported`);
      }
      if (selection === null || isSelected(event, selection)) {
        const proof = selection && inclusionProof(tree.nodes, index, size).map(base64);
        const line = JSON.stringify({ ...lineOf(event, index), ...(proof && { proof }) });
        if (!file.write(`${line}\n`)) await once(file, 'drain');
        written += 1;
      }
      index += 1;
    }
    onProgress(size + index, 2 * size);
    if (index === size) break;
  }
  file.end();
  await once(file, 'close');
  return written;
}

function isSelected({ stream, createdTicks }: StoredEvent, selection: Selection): boolean {
  const { streams, from, to } = selection;
  if (streams.length > 0 && !streams.includes(stream)) return false;
  const ms = Number(createdTicks / TICKS_PER_MS);
  return (from === null || ms >= Date.parse(from)) && (to === null || ms < Date.parse(to));
}

const TICKS_PER_MS = 10_000n;

function lineOf(event: StoredEvent, index: number): BundleEvent {
  const { stream, revision, id, type, contentType, createdTicks, position } = event;
  return {
    index,
    stream,
    revision: String(revision),
    id,
    type,
    contentType,
    createdTicks: String(createdTicks),
    commit: String(position.commit),
    prepare: String(position.prepare),
    ...textOf('data', event.data),
    ...textOf('metadata', event.metadata),
  } as BundleEvent;
}

/** As text where the bytes are exactly that text, so that a person can read it. */
function textOf(name: 'data' | 'metadata', bytes: Uint8Array) {
  const encoding = isUtf8(bytes) ? 'utf8' : 'base64';
  return { [name]: Buffer.from(bytes).toString(encoding), [`${name}Encoding`]: encoding };
}

async function writeHeads(folder: string, heads: readonly TrustedHead[]): Promise<void> {
  await mkdir(join(folder, 'heads'));
  for (const [index, { checkpoint, note }] of heads.entries()) {
    const name = `${String(checkpoint.size).padStart(16, '0')}-${index}.checkpoint`;
    await writeFile(join(folder, 'heads', name), note);
  }
}

/** By them a verifier tells which event differs, where otherwise it knew only that one does. */
async function writeLeaves(path: string, tree: MemoryTree, size: number): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 });
  for (let index = 0; index < size; index += 1) {
    if (!file.write(tree.nodes(0, index))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

function consistencyText(tree: MemoryTree, heads: readonly TrustedHead[]): string {
  const proofs = heads.slice(1).map(({ checkpoint: { size: to } }, index) => {
    const from = heads[index]?.checkpoint.size ?? 0;
    return { from, to, hashes: consistencyProof(tree.nodes, from, to).map(base64) };
  });
  return `${JSON.stringify(proofs)}\n`;
}

function base64(hash: Buffer): string {
  return hash.toString('base64');
}
