import { randomUUID } from 'node:crypto';
import type { Engine } from '../../engine/engine.js';
import type { LogEntry } from '../../engine/log-entry.js';
import { durableHead, firstVisible, readStream } from '../../engine/read-stream.js';
import { metadataEvent, metastreamOf } from '../../engine/stream-metadata.js';
import type { Resolved } from '../streams/read-response.js';
import { type GroupConfig, parkedStream } from './group-config.js';

const LINK_EVENT = '$>';

/** Events that a group gave up on, as links in a system stream of its own. */
export class ParkedMessages {
  readonly #stream: string;
  /** Revisions that are replayed and not answered: they stay parked, so that a stop loses none. */
  readonly #unanswered = new Set<number>();
  /** Where the next replay begins. */
  #next = 0;

  constructor(
    private readonly engine: Engine,
    config: GroupConfig,
  ) {
    this.#stream = parkedStream(config);
  }

  get count(): number {
    const state = this.engine.streams.find(this.#stream);
    if (!state || state.softDeleted) return 0;
    const head = durableHead(this.engine, state);
    return Math.max(0, head - Math.max(0, firstVisible(state, head)) + 1);
  }

  /** Links to the event itself, or to what a link named whose event is gone. */
  async park({ event: parked, link }: Resolved, reason: string): Promise<void> {
    const metadata = {
      added: new Date().toISOString(),
      reason,
      subscriptionEventNumber: (link ?? parked)?.fields.revision,
    };
    const event = {
      id: randomUUID(),
      type: LINK_EVENT,
      contentType: 'application/octet-stream',
      data: parked
        ? `${parked.fields.revision}@${parked.fields.stream}`
        : (link?.fields.data ?? ''),
      metadata: JSON.stringify(metadata),
    } as const;
    await this.engine.append(this.#stream, [event], 'any');
  }

  /** The oldest links that are not replayed already, `limit` at most. */
  replay(limit: number): readonly LogEntry[] {
    const from = this.#next;
    const read = readStream(this.engine, this.#stream, { from, direction: 'forwards', limit });
    const links = read.status === 'found' ? [...read.pages].flatMap(({ entries }) => entries) : [];
    for (const { fields } of links) this.#unanswered.add(fields.revision);
    this.#next = (links.at(-1)?.fields.revision ?? this.#next - 1) + 1;
    return links;
  }

  /** Forgets the links that come before the oldest one without an answer. */
  answered(revision: number): void {
    this.#unanswered.delete(revision);
    const oldest = Math.min(this.#next, ...this.#unanswered);
    const truncated = metadataEvent(JSON.stringify({ $tb: oldest }));
    this.engine.append(metastreamOf(this.#stream), [truncated], 'any').catch(() => {
      // The disk refused: they are replayed once more, which a group may do.
    });
  }
}
