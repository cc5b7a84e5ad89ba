import type { Difference, LogVerification } from '#audit';
import { formatPosition } from '#event-store';

/** What was found, for programs. */
export function reportOf(origin: string, found: LogVerification) {
  const { difference, events, headsVerified: heads, unsigned, root } = found;
  return {
    verified: difference === null,
    origin,
    events,
    heads,
    unsigned,
    rootHash: root.toString('base64'),
    difference: difference && differenceOf(difference),
  };
}

/** What was found when all fits, in one line. */
export function verifiedText(origin: string, found: LogVerification): string {
  const { events, headsVerified, unsigned } = found;
  const rest = unsigned > 0 ? `; behind the last head: ${unsigned}` : '';
  return `verified: ${events} events, ${headsVerified} heads of ${origin}${rest}\n`;
}

/** In words, with where it is. */
export function differenceText(difference: Difference): string {
  const { kind, leaf, event, head, soundUpTo } = difference;
  if (kind === 'split')
    return `two heads of ${head.size} events have different roots: ${WORDS.split}`;
  const place = event
    ? `${event.stream} ${event.revision} (${event.type}, ${event.id}) at ${formatPosition(event.position)}`
    : 'the end of the store';
  const at = leaf === null ? `behind event ${soundUpTo}` : `event ${leaf}`;
  return `${WORDS[kind]}: ${at}, ${place}; the head of ${head.size} events does not fit`;
}

const WORDS: Readonly<Record<Difference['kind'], string>> = {
  changed: 'an event is not what was signed',
  missing: 'an event was taken out before this one',
  inserted: 'this event was put in',
  moved: 'events stand in another order',
  truncated: 'the end of the log is missing',
  split: 'the key signed two histories',
  unlocated: 'the store and a head contradict each other',
};

function differenceOf(difference: Difference) {
  const { kind, leaf, soundUpTo, event, head } = difference;
  return {
    kind,
    leaf,
    soundUpTo,
    headSize: head.size,
    event: event && {
      stream: event.stream,
      revision: event.revision.toString(),
      eventId: event.id,
      type: event.type,
      position: formatPosition(event.position),
    },
    text: differenceText(difference),
  };
}
