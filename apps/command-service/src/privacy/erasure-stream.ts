import { upcastOf, type EventShape } from '#event-shapes';
import { eventIdOf, idOf, type StreamType } from '#event-store';

/** One stream for all erasures: a restart, and a restored store, read it whole. */
export const ERASURES_STREAM = 'privacy-erasures';

type OfErasure = { erasureId: string; client: string; customerId: string };

/** Promises that the keys of a subject will be destroyed, also after a crash. */
export type ErasureRequested = EventShape<
  'ErasureRequested',
  OfErasure & { reason: string; requestedBy: string; payments: number; requestedAt: string }
>;

/** They are destroyed. */
export type SubjectErased = EventShape<
  'SubjectErased',
  OfErasure & {
    /** Places of the keys, in the file of keys of then; another file has others there. */
    keys: readonly number[];
    /** What sealed texts call these keys. */
    keyNames: readonly string[];
    /** A signed note that says so. */
    receipt: string;
    erasedAt: string;
  }
>;

export type ErasureEvent = ErasureRequested | SubjectErased;

/** One erasure; `erased` is null until the keys are destroyed. */
export type Erasure = {
  readonly requested: ErasureRequested['data'];
  readonly erased: SubjectErased['data'] | null;
};

/** By their ids, in the order in which they were asked for. */
export type Erasures = ReadonlyMap<string, Erasure>;

export const ERASURES: StreamType<ErasureEvent, Erasures> = {
  initial: new Map(),
  evolve: (erasures, { type, data }) => {
    if (type === 'ErasureRequested') {
      return new Map(erasures).set(data.erasureId, { requested: data, erased: null });
    }
    const known = erasures.get(data.erasureId);
    return known ? new Map(erasures).set(data.erasureId, { ...known, erased: data }) : erasures;
  },
  // A reason is for those who check on erasures, and has to outlive the subject's key.
  upcast: upcastOf<ErasureEvent>('erasure', {
    ErasureRequested: {
      personal: { customerId: 'pseudonym', reason: 'unsealed', requestedBy: 'staff' },
    },
    SubjectErased: { personal: { customerId: 'pseudonym' }, added: { keyNames: [] } },
  }),
  eventId: (_cause, { type, data: { erasureId } }) => eventIdOf(idOf(type, erasureId), 0),
};

/** The erasures of one subject, the first one first. */
export function erasuresOf(
  erasures: Erasures,
  { client, customerId }: Pick<OfErasure, 'client' | 'customerId'>,
): Erasure[] {
  return [...erasures.values()].filter(
    ({ requested }) => requested.client === client && requested.customerId === customerId,
  );
}
