import type { Engine } from '../../engine/engine.js';
import type { LogEntry } from '../../engine/log-entry.js';
import type { Resolved } from '../streams/read-response.js';
import { resolveLink } from '../streams/resolve-link.js';

/** An event on its way through a group. */
export type Message = {
  /** What clients answer by: the link's id if there is one. */
  readonly id: string;
  readonly resolved: Resolved;
  /** Its number in the source; undefined for a parked event that is replayed. */
  readonly number: number | undefined;
  /** Revision of the parked event that this one replays. */
  readonly parkedAt: number | undefined;
  retryCount: number;
};

/** Makes a group's messages from its source and from what it parked. */
export class Messages {
  constructor(
    private readonly engine: Engine,
    private readonly resolvesLinks: boolean,
  ) {}

  of(number: number, entry: LogEntry): Message {
    const resolved = this.#resolve(entry);
    return { id: entry.fields.id, resolved, number, parkedAt: undefined, retryCount: 0 };
  }

  replayed(link: LogEntry): Message {
    const { event } = resolveLink(this.engine, link, anything);
    // Parked before parking resolved links, it points to a link.
    const target = event && this.#resolve(event);
    const { id, revision: parkedAt } = link.fields;
    const resolved = { event: target?.event, link };
    return { id, resolved, number: undefined, parkedAt, retryCount: 0 };
  }

  #resolve(entry: LogEntry): Resolved {
    if (!this.resolvesLinks) return { event: entry, link: undefined };
    return resolveLink(this.engine, entry, anything);
  }
}

/** What a consumer may not read is left out when it is sent to it. */
function anything(): boolean {
  return true;
}
