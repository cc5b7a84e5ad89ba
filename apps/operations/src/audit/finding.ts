/** How a store can be shown to be another than before. */
export type FindingKind = 'events-missing' | 'events-changed' | 'head-foreign';

/** Evidence that the event store was changed: never put right by the program itself. */
export class Finding extends Error {
  override readonly name = 'Finding';

  constructor(
    readonly kind: FindingKind,
    readonly reason: string,
  ) {
    super(`${reason}; see docs/runbooks/audit.md`);
  }
}
