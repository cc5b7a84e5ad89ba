import type { EventLog, StoredEvent } from '#event-store';
import { Problem } from '#platform';
import type { AuditLog } from './audit-log.js';
import { inclusionOf } from './audit-proofs.js';
import type { EvidenceResponse, StoredEventResponse } from './audit.response.js';

/** @throws Problem when the tree has no such event, or the last head does not cover it yet. */
export async function evidenceOf(audit: AuditLog, eventId: string): Promise<EvidenceResponse> {
  const { tree, lastHead } = audit;
  const index = tree.indexOfEvent(eventId.toLowerCase());
  if (index === null) throw new Problem('not-found', 'the tree has no such event');
  if (lastHead === null || index >= lastHead.size) {
    throw new Problem('not-found', 'no head covers the event yet; POST /v1/audit/checkpoints');
  }
  const { origin, size, rootHash, signedAt, note } = lastHead;
  const event = await storedEvent(audit.log, tree.positionOf(index));
  if (event?.id !== eventId.toLowerCase()) {
    throw new Problem('not-found', 'the store has another event, or none, where this one was');
  }
  return {
    event: eventResponse(event),
    inclusion: inclusionOf(audit, { eventId, size }),
    head: { origin, size, rootHash, signedAt, note },
  };
}

async function storedEvent(
  log: EventLog,
  at: StoredEvent['position'],
): Promise<StoredEvent | undefined> {
  for await (const [first] of log.readStored(at)) {
    const { position } = first ?? {};
    return position?.commit === at.commit && position.prepare === at.prepare ? first : undefined;
  }
  return undefined;
}

function eventResponse(event: StoredEvent): StoredEventResponse {
  const { stream, revision, id, type, contentType, createdTicks, position } = event;
  return {
    stream,
    revision: revision.toString(),
    id,
    type,
    contentType,
    createdTicks: createdTicks.toString(),
    commit: position.commit.toString(),
    prepare: position.prepare.toString(),
    data: Buffer.from(event.data).toString('base64'),
    metadata: Buffer.from(event.metadata).toString('base64'),
  };
}
