import { randomUUID } from 'node:crypto';
import type { Engine } from '../../engine/engine.js';
import { readStream } from '../../engine/read-stream.js';
import { metadataEvent, metastreamOf } from '../../engine/stream-metadata.js';
import { checkpointStream, type GroupConfig } from './group-config.js';

const CHECKPOINT_EVENT = '$SubscriptionCheckpoint';
/** Checkpoints worth keeping; only the last one counts. */
const KEEP = '{"$maxCount":5}';
/** Events passed by after which that is written, lest a restart looks at all of them again. */
const PASSED_MAX = 1_024;

/** How far a group is done, kept in a system stream so that it survives a restart. */
export class GroupCheckpoint {
  /** Everything up to this number is done; undefined before the first checkpoint. */
  stored: number | undefined;
  #writing: Promise<void> | undefined;
  #writtenAtMs = Date.now();
  #doneSince = 0;
  #passedSince = 0;

  constructor(
    private readonly engine: Engine,
    private readonly config: GroupConfig,
  ) {
    this.stored = this.#load();
  }

  /** Counts an answered event. */
  done(): void {
    this.#doneSince += 1;
  }

  /** Counts events of the source that are not for the group: after many, that too is progress. */
  passed(count: number): void {
    this.#passedSince += count;
  }

  /** Writes `number` when enough is done or passed, or some and long enough ago, or `now`. */
  save(number: number, now = false): void {
    const { checkpointCountMin, checkpointCountMax, checkpointAfterMs } = this.config.settings;
    if (this.#writing || number <= (this.stored ?? this.config.startAt - 1)) return;
    const late = Date.now() - this.#writtenAtMs >= checkpointAfterMs;
    const due =
      this.#doneSince >= checkpointCountMax ||
      (late && this.#doneSince >= checkpointCountMin) ||
      this.#passedSince >= PASSED_MAX;
    if (!due && !now) return;
    this.#doneSince = 0;
    this.#passedSince = 0;
    this.#writtenAtMs = Date.now();
    this.#writing = this.#write(number).finally(() => (this.#writing = undefined));
  }

  /** Resolves when no checkpoint is on its way. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(number: number): Promise<void> {
    const stream = checkpointStream(this.config);
    const event = {
      id: randomUUID(),
      type: CHECKPOINT_EVENT,
      contentType: 'application/json',
      data: JSON.stringify(String(number)),
      metadata: '',
    } as const;
    try {
      if (!this.engine.streams.find(stream)) {
        await this.engine.append(metastreamOf(stream), [metadataEvent(KEEP)], 'any');
      }
      await this.engine.append(stream, [event], 'any');
      this.stored = number;
    } catch {
      // The disk refused: what is not checkpointed is delivered again, which a group may do.
    }
  }

  #load(): number | undefined {
    const reading = { from: 'end', direction: 'backwards', limit: 1 } as const;
    const read = readStream(this.engine, checkpointStream(this.config), reading);
    if (read.status !== 'found') return undefined;
    for (const {
      entries: [entry],
    } of read.pages) {
      if (entry) return Number(JSON.parse(entry.fields.data.toString()));
    }
    return undefined;
  }
}
