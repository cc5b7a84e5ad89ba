import { randomUUID } from 'node:crypto';
import type { Engine } from '../../engine/engine.js';
import type { LogEntry } from '../../engine/log-entry.js';
import { durableHead, firstVisible, readStream } from '../../engine/read-stream.js';
import { metadataEvent, metastreamOf } from '../../engine/stream-metadata.js';
import { type GroupConfig, parkedStream } from './group-config.js';

const LINK_EVENT = '$>';

/** Events that a group gave up on, as links in a system stream of its own. */
export class ParkedMessages {
  private readonly stream: string;

  constructor(
    private readonly engine: Engine,
    config: GroupConfig,
  ) {
    this.stream = parkedStream(config);
  }

  get count(): number {
    const state = this.engine.streams.find(this.stream);
    if (!state || state.softDeleted) return 0;
    const head = durableHead(this.engine, state);
    return Math.max(0, head - Math.max(0, firstVisible(state, head)) + 1);
  }

  async park(entry: LogEntry, reason: string): Promise<void> {
    const { stream, revision } = entry.fields;
    const metadata = {
      added: new Date().toISOString(),
      reason,
      subscriptionEventNumber: revision,
    };
    const event = {
      id: randomUUID(),
      type: LINK_EVENT,
      contentType: 'application/octet-stream',
      data: `${revision}@${stream}`,
      metadata: JSON.stringify(metadata),
    } as const;
    await this.engine.append(this.stream, [event], 'any');
  }

  /** The links from the oldest on, `limit` at most. */
  oldest(limit: number): readonly LogEntry[] {
    const read = readStream(this.engine, this.stream, {
      from: 'start',
      direction: 'forwards',
      limit,
    });
    return read.status === 'found' ? [...read.pages].flatMap(({ entries }) => entries) : [];
  }

  /** Forgets the links up to `revision`. */
  async truncate(revision: number): Promise<void> {
    const truncated = metadataEvent(JSON.stringify({ $tb: revision + 1 }));
    await this.engine.append(metastreamOf(this.stream), [truncated], 'any');
  }
}
