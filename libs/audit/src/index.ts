export { EMPTY_ROOT, HASH_BYTES, leafHash, nodeHash, sameHash } from './tree/hashes.js';
export { RightEdge } from './tree/right-edge.js';
export { MemoryTree } from './tree/memory-tree.js';
export { consistencyProof, inclusionProof, rootAt, type Nodes } from './tree/proofs.js';
export {
  verifyConsistency,
  verifyInclusion,
  type Inclusion,
  type Tree,
} from './tree/verify-proofs.js';
export { eventLeafHash, leafContent, type LeafEvent } from './event/leaf.js';
export { formatNote, InvalidNote, parseNote, type SignedNote } from './head/signed-note.js';
export { InvalidKey, SignerKey, VerifierKey } from './head/keys.js';
export {
  checkpointText,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  type Checkpoint,
  type SignedCheckpoint,
} from './head/checkpoint.js';
export { AUDIT_STREAM, upcastAudit, type AuditEvent } from './head/head-event.js';
export { upcastViewAudit, VIEWS_STREAM, type ViewAuditEvent } from './view/view-event.js';
export type { LogUnderAudit } from './verification/log-under-audit.js';
export { verifyLog, type LogVerification } from './verification/verify-log.js';
export type { Difference } from './verification/locate.js';
