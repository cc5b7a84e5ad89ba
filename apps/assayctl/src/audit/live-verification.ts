import { AUDIT_STREAM, verifyLog, type LogVerification } from '#audit';
import type { OperationsClient } from '#client';
import type { EventLog, EventStore } from '#event-store';
import { Failure } from '../failure.js';
import { Evidence } from './evidence.js';
import { headsInFolder, headsOfStore, type Trust, type TrustedHead } from './trusted-heads.js';

/** As operations answers at most. */
const LEAVES_AT_ONCE = 4096;

export type LiveAudit = {
  readonly store: EventStore & EventLog;
  readonly trust: Trust;
  /** A folder with heads that were kept elsewhere; null: only the store's own are compared. */
  readonly keptHeads: string | null;
  /** Tells which event differs; null: only between which heads it is. */
  readonly operations: OperationsClient | null;
  readonly onProgress: (events: number, total: number) => void;
};

/**
 * Reads the whole store and compares it with every head.
 *
 * @throws Evidence for a head that is foreign or hidden, Failure when there is none.
 */
export async function verifyLive(audit: LiveAudit): Promise<LogVerification> {
  const { store, operations } = audit;
  const heads = await headsOf(audit);
  if (heads.length === 0) {
    throw new Failure(
      'the store has no head to be compared with; name those you kept with --heads, or have one ' +
        'signed: assayctl audit sign',
    );
  }
  const total = Math.max(0, ...heads.map(({ checkpoint }) => checkpoint.size));
  const found = await verifyLog({
    read: (from) => store.readStored(from),
    heads: heads.map(({ checkpoint }) => checkpoint),
    leaves: operations && ((from, to) => leavesOf(operations, from, to)),
    onProgress: (events) => audit.onProgress(events, total),
  });
  // Some may have been signed meanwhile.
  const shown = (await headsOfStore(store, audit.trust)).length;
  if (found.difference !== null || shown >= found.headEvents) return found;
  throw new Evidence(`${AUDIT_STREAM} shows ${shown} heads, and the log has ${found.headEvents}`);
}

export async function headsOf({
  store,
  trust,
  keptHeads,
}: Pick<LiveAudit, 'store' | 'trust' | 'keptHeads'>): Promise<TrustedHead[]> {
  const kept = keptHeads === null ? [] : headsInFolder(keptHeads, trust);
  return [...(await headsOfStore(store, trust)), ...kept];
}

async function leavesOf(
  operations: OperationsClient,
  from: number,
  to: number,
): Promise<readonly Buffer[]> {
  const leaves: Buffer[] = [];
  while (from + leaves.length < to) {
    const next = from + leaves.length;
    const limit = Math.min(LEAVES_AT_ONCE, to - next);
    const { hashes } = await operations.audit.leaves({ query: { from: next, limit } });
    if (hashes.length === 0) break;
    leaves.push(...hashes.map((hash) => Buffer.from(hash, 'base64')));
  }
  return leaves;
}
