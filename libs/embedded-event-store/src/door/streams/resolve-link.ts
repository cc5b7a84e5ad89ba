import type { Engine } from '../../engine/engine.js';
import type { LogEntry } from '../../engine/log-entry.js';
import { readStream } from '../../engine/read-stream.js';
import type { Resolved } from './read-response.js';

const LINK_EVENT = '$>';

/**
 * The event a link event points to, by `revision@stream`. A link whose event is gone, or in a
 * stream that may not be read, comes alone; any other event comes as it is.
 */
export function resolveLink(
  engine: Engine,
  entry: LogEntry,
  mayRead: (stream: string) => boolean,
): Resolved {
  if (entry.fields.type !== LINK_EVENT) return { event: entry, link: undefined };
  const target = entry.fields.data.toString();
  // A stream's name may hold an @ too, a revision cannot.
  const at = target.indexOf('@');
  const revision = Number(target.slice(0, at));
  const stream = target.slice(at + 1);
  const valid = at > 0 && Number.isSafeInteger(revision);
  if (!valid || !mayRead(stream)) return { event: undefined, link: entry };
  const reading = { from: revision, direction: 'forwards', limit: 1 } as const;
  const read = readStream(engine, stream, reading);
  if (read.status !== 'found') return { event: undefined, link: entry };
  for (const {
    entries: [event],
  } of read.pages) {
    return { event: event?.fields.revision === revision ? event : undefined, link: entry };
  }
  return { event: undefined, link: entry };
}
