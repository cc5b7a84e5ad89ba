import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  eventLeafHash,
  HASH_BYTES,
  verifyConsistency,
  verifyInclusion,
  verifyLog,
  type Checkpoint,
  type LeafEvent,
} from '#audit';
import { Failure } from '../failure.js';
import { BUNDLE_FORMAT, LEAVES_FILE, type BundleEvent, type Manifest } from './bundle.js';
import { Evidence } from './evidence.js';
import { headsInFolder, type Trust } from './trusted-heads.js';
import { differenceText } from './verification-report.js';

/** Events that are hashed at once. */
const BATCH = 512;

export type BundleVerification = {
  readonly scope: Manifest['scope'];
  readonly events: number;
  readonly heads: number;
  readonly headSize: number;
};

/**
 * Checks an export by itself, as the verifier in it does, with the library instead.
 *
 * @throws Evidence for the first thing that does not fit, Failure when it is no export.
 */
export async function checkBundle(folder: string, trust: Trust): Promise<BundleVerification> {
  const manifest = manifestIn(folder);
  const { scope } = manifest;
  const heads = headsInFolder(join(folder, 'heads'), trust)
    .map(({ checkpoint }) => checkpoint)
    .sort((a, b) => a.size - b.size);
  const last = heads.at(-1);
  if (!last) throw new Evidence('the export has no head');
  const events = await (scope === 'whole' ? checkWhole(folder, heads) : checkPart(folder, last));
  if (events !== manifest.events) {
    throw new Evidence(`there are ${events} events, and ${manifest.events} were exported`);
  }
  if (scope === 'part') checkConsistency(folder, heads);
  return { scope, events, heads: heads.length, headSize: last.size };
}

function manifestIn(folder: string): Manifest {
  const file = join(folder, 'manifest.json');
  let manifest: Partial<Manifest>;
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8')) as Partial<Manifest>;
  } catch (error) {
    throw new Failure(`${folder} is no export: ${(error as Error).message}`);
  }
  if (manifest.format === BUNDLE_FORMAT) return manifest as Manifest;
  throw new Failure(`${file} has format ${String(manifest.format)}; this reads ${BUNDLE_FORMAT}`);
}

async function checkWhole(folder: string, heads: readonly Checkpoint[]): Promise<number> {
  const found = await verifyLog({
    read: (from) => batchesFrom(folder, from),
    heads,
    leaves: (from, to) => leavesIn(folder, from, to),
  });
  if (found.difference) throw new Evidence(differenceText(found.difference));
  if (found.unsigned > 0) {
    throw new Evidence(`no head signs the events from event ${found.events - found.unsigned} on`);
  }
  return found.events;
}

/** The events from a position on, in the order of their index, as a store would be read. */
async function* batchesFrom(
  folder: string,
  from: LeafEvent['position'] | 'start',
): AsyncGenerator<readonly LeafEvent[]> {
  let index = 0;
  let isWanted = from === 'start';
  let batch: LeafEvent[] = [];
  for await (const line of eventsIn(folder)) {
    if (line.index !== index) {
      throw new Evidence(`event ${line.index} stands where event ${index} belongs`);
    }
    index += 1;
    const event = eventOf(line);
    isWanted ||= from !== 'start' && event.position.commit === from.commit;
    if (isWanted) batch.push(event);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** None where the export has no such file, as those of earlier versions. */
async function leavesIn(folder: string, from: number, to: number): Promise<Buffer[]> {
  const file = join(folder, LEAVES_FILE);
  if (!existsSync(file)) return [];
  const bytes = await readFile(file);
  const count = Math.min(to, Math.floor(bytes.length / HASH_BYTES)) - from;
  return Array.from({ length: Math.max(0, count) }, (_leaf, index) =>
    bytes.subarray((from + index) * HASH_BYTES, (from + index + 1) * HASH_BYTES),
  );
}

async function checkPart(folder: string, head: Checkpoint): Promise<number> {
  let events = 0;
  for await (const event of eventsIn(folder)) {
    const proof = (event.proof ?? []).map(bytesOf);
    if (!verifyInclusion({ leaf: leafOf(event), index: event.index, proof }, head)) {
      const place = `${event.stream} ${event.revision}`;
      throw new Evidence(
        `event ${event.index} (${place}) is not in the tree of ${head.size} events`,
      );
    }
    events += 1;
  }
  return events;
}

function checkConsistency(folder: string, heads: readonly Checkpoint[]): void {
  type Proof = { readonly from: number; readonly to: number; readonly hashes: readonly string[] };
  const text = readFileSync(join(folder, 'consistency.json'), 'utf8');
  const proofs = JSON.parse(text) as readonly Proof[];
  for (const [index, to] of heads.slice(1).entries()) {
    const from = heads[index] ?? to;
    const found = proofs.find((proof) => proof.from === from.size && proof.to === to.size);
    if (verifyConsistency(from, to, found?.hashes.map(bytesOf) ?? [])) continue;
    throw new Evidence(`the tree of ${to.size} events does not go on from that of ${from.size}`);
  }
}

async function* eventsIn(folder: string): AsyncGenerator<BundleEvent> {
  const lines = createInterface({ input: createReadStream(join(folder, 'events.jsonl')) });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    try {
      yield JSON.parse(line) as BundleEvent;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new Evidence(`events.jsonl: line ${number} is no event`);
    }
  }
}

function leafOf(event: BundleEvent): Buffer {
  return eventLeafHash(eventOf(event));
}

/** @throws Evidence when it is none. */
function eventOf(event: BundleEvent): LeafEvent {
  try {
    return {
      ...event,
      revision: BigInt(event.revision),
      createdTicks: BigInt(event.createdTicks),
      position: { commit: BigInt(event.commit), prepare: BigInt(event.prepare) },
      data: Buffer.from(event.data, event.dataEncoding),
      metadata: Buffer.from(event.metadata, event.metadataEncoding),
    };
  } catch (error) {
    throw new Evidence(`event ${event.index} is no event: ${(error as Error).message}`);
  }
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'base64');
}
