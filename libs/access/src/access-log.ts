import { upcastOf, type EventShape } from '#event-shapes';

/** Beside the rights, which every process follows; of this nothing is folded. */
export const ACCESS_LOG_STREAM = 'access-log';

export type AccessEntry = {
  readonly person: string;
  readonly client: string;
  readonly role: string;
  readonly operation: string;
  readonly path: string;
  readonly at: string;
};

/** What one process let in within about a second, the first one first. */
export type AccessesNoted = EventShape<
  'AccessesNoted',
  { readonly entries: readonly AccessEntry[] }
>;

export const upcastAccesses = upcastOf<AccessesNoted>('access-log', {
  AccessesNoted: { personal: { entries: 'staff' } },
});
