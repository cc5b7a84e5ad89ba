import { consistencyProof, inclusionProof } from '#audit';
import { formatPosition, parsePosition } from '#event-store';
import { Problem } from '#platform';
import type { AuditLog } from './audit-log.js';
import type { ConsistencyQuery, InclusionQuery, LeavesQuery } from './audit.request.js';
import type { ConsistencyResponse, InclusionResponse, LeavesResponse } from './audit.response.js';

/** @throws Problem when the tree has no such event, or not at that size. */
export function inclusionOf(audit: AuditLog, query: InclusionQuery): InclusionResponse {
  const { tree } = audit;
  const index = indexOf(audit, query);
  if (index === null) throw new Problem('not-found', 'the tree has no such event');
  const size = sizeOf(audit, query.size, 'size');
  if (index >= size) throw new Problem('not-found', `the event is leaf ${index}, behind this head`);
  return {
    index,
    size,
    position: formatPosition(tree.positionOf(index)),
    leafHash: base64(tree.nodes(0, index)),
    rootHash: base64(tree.rootAt(size)),
    hashes: inclusionProof(tree.nodes, index, size).map(base64),
  };
}

/** @throws Problem when the later one is smaller, or larger than the tree. */
export function consistencyOf(audit: AuditLog, query: ConsistencyQuery): ConsistencyResponse {
  const { tree } = audit;
  const to = sizeOf(audit, query.to, 'to');
  const { from } = query;
  if (from > to) throw invalid('from', `must be at most ${to}`);
  return {
    from,
    to,
    fromRootHash: base64(tree.rootAt(from)),
    toRootHash: base64(tree.rootAt(to)),
    hashes: consistencyProof(tree.nodes, from, to).map(base64),
  };
}

export function leavesOf({ tree }: AuditLog, { from, limit }: LeavesQuery): LeavesResponse {
  const { size } = tree;
  const count = Math.max(0, Math.min(limit, size - from));
  const hashes = Array.from({ length: count }, (_hash, at) => base64(tree.nodes(0, from + at)));
  return { from, size, hashes };
}

function indexOf({ tree }: AuditLog, { position, eventId }: InclusionQuery): number | null {
  if (position !== undefined && eventId === undefined) {
    return tree.indexOfPosition(parsePosition(position));
  }
  if (eventId !== undefined && position === undefined) {
    return tree.indexOfEvent(eventId.toLowerCase());
  }
  // A caller who names both may have meant either.
  throw invalid(eventId === undefined ? 'position' : 'eventId', 'name one of position and eventId');
}

function sizeOf({ tree, lastHead }: AuditLog, asked: number | undefined, field: string): number {
  const size = asked ?? lastHead?.size ?? tree.size;
  if (size <= tree.size) return size;
  throw invalid(field, `the tree has ${tree.size} leaves`);
}

function invalid(field: string, message: string): Problem {
  return new Problem('request-invalid', undefined, [{ field, message }]);
}

function base64(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}
