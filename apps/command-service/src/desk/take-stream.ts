import { upcastOf, type EventShape } from '#event-shapes';
import { eventIdOf, type TypedStream } from '#event-store';

/** Streams of one taking of the next case each; the command's id follows. */
export const TAKE_STREAM_PREFIX = 'take-';

/** The case that a command is about to lease: a repeat of it, after a crash too, finds it here. */
export type CaseLeaseRequested = EventShape<
  'CaseLeaseRequested',
  { paymentId: string; analyst: string; requestedAt: string }
>;

export type Take = {
  readonly bodyHash: unknown;
  /** The cases it tried, the last one last. */
  readonly tried: readonly string[];
};

export const NO_TAKE: Take = { bodyHash: null, tried: [] };

export function takeStream(commandId: string): TypedStream<CaseLeaseRequested, Take> {
  return {
    stream: TAKE_STREAM_PREFIX + commandId,
    type: {
      initial: NO_TAKE,
      evolve: ({ tried }, { data }, { metadata }) => ({
        bodyHash: metadata['bodyHash'],
        tried: [...tried, data.paymentId],
      }),
      upcast: upcastOf<CaseLeaseRequested>('take', {
        CaseLeaseRequested: { personal: { analyst: 'staff' } },
      }),
      eventId: (cause, { data }) => eventIdOf(cause.commandId, 0, data.paymentId),
    },
  };
}
