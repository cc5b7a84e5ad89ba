import { readFile } from 'node:fs/promises';
import type { Standing, StoredSamples } from '#alerting';
import { replaceFile, type Logger } from '#platform';

/** What a restart would lose otherwise: samples, and since when alerts have held. */
export type Checkpoint = {
  readonly writtenMs: number;
  /** Since when every target has been asked without a longer pause. */
  readonly coveredSinceMs: number;
  readonly samples: StoredSamples;
  /** By rule. */
  readonly standings: { readonly [alert: string]: readonly Standing[] };
};

/** Keeps the last checkpoint in one file, which is replaced as a whole. */
export class CheckpointFile {
  constructor(
    private readonly file: string,
    private readonly logger: Logger,
  ) {}

  /** Null where there is none, or one that cannot be read: alerts then begin to hold again. */
  async read(): Promise<Checkpoint | null> {
    try {
      return JSON.parse(await readFile(this.file, 'utf8')) as Checkpoint;
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!isMissing) this.logger.error({ err: error }, 'the checkpoint of alerts is unreadable');
      return null;
    }
  }

  async write(checkpoint: Checkpoint): Promise<void> {
    await replaceFile(this.file, JSON.stringify(checkpoint));
  }
}
