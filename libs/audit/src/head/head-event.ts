import { type EventShape, upcastOf } from '#event-shapes';

/** The stream of the signed heads, which are events and leaves like all others. */
export const AUDIT_STREAM = 'audit-checkpoint';

/** A head of the tree was signed; it is a leaf of every later one. */
export type CheckpointSigned = EventShape<
  'CheckpointSigned',
  {
    origin: string;
    size: number;
    /** In base64. */
    rootHash: string;
    /** The signed note, which says the same. */
    note: string;
    signedAt: string;
  }
>;

/** Every event of the stream `audit-checkpoint`. */
export type AuditEvent = CheckpointSigned;

/** @throws UnknownEvent */
export const upcastAudit = upcastOf<AuditEvent>('audit', {
  CheckpointSigned: { personal: {} },
});
