import { type EventShape, upcastOf } from '#event-shapes';

/** What each view was found to hold, as leaves of the tree: the next signed head binds them. */
export const VIEWS_STREAM = 'audit-views';

/** A view was built again from the events up to a position, and compared with the live one. */
export type ViewCompared = EventShape<
  'ViewCompared',
  {
    view: string;
    /** The version of the view that builds it. */
    projection: string;
    /** The last event that both were built from. */
    position: string;
    /** Of all rows that the events give, in hex. */
    sha256: string;
    rows: number;
    /** Of the rows that were there. */
    liveSha256: string;
    /** Rows that were not what the events say. */
    differing: number;
  }
>;

/** Every event of the stream `audit-views`. */
export type ViewAuditEvent = ViewCompared;

/** @throws UnknownEvent */
export const upcastViewAudit = upcastOf<ViewAuditEvent>('audit', {
  ViewCompared: { personal: {} },
});
