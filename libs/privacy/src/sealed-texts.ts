import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isSealed, markOf, SEALED_PREFIX } from '#event-shapes';
import { Losses, lossOf } from './losses.js';
import { masterKeysFrom } from './master-key-source.js';
import { FILE, Reader } from './reader.js';
import { SEALED_IN_TEXT } from './sealed-text.js';

export const MASTER_KEY_FILE = 'master.key';

export type SealedTextsOptions = {
  /** Where the keys are; undefined: nowhere, and sealed texts are passed on as they are. */
  readonly folder: string | undefined;
  /** As in PRIVACY_MASTER_KEY. */
  readonly masterKey: string;
};

/**
 * Puts texts in the place of sealed ones where an answer leaves a process. Where the keys cannot be
 * used at all, marks stand there: the rest of an answer is given all the same.
 */
export class SealedTexts {
  readonly losses = new Losses();
  #reader: Reader | null = null;

  constructor(private readonly options: SealedTextsOptions) {}

  /** JSON with its sealed texts opened, or as marks of why they are lost. */
  inJson(json: string): string {
    if (!json.includes(SEALED_PREFIX) || this.options.folder === undefined) return json;
    const reader = this.#usable();
    return reader?.revealInJson(json) ?? json.replace(SEALED_IN_TEXT, () => this.#keyless());
  }

  /** A text that is sealed as a whole, or JSON with sealed texts in it. */
  inCell(text: string): string {
    if (!isSealed(text) || this.options.folder === undefined) return this.inJson(text);
    return this.#usable()?.reveal(text) ?? this.#keyless();
  }

  /** What a text is found by where it is sealed; null where nothing is. */
  linkOf(text: string): string | null {
    return this.#opened()?.linkOf(text) ?? null;
  }

  close(): void {
    this.#reader?.close();
    this.#reader = null;
  }

  #keyless(): string {
    this.losses.note('key-missing');
    return markOf('key-missing');
  }

  /** Null while there is no file of keys, or none that can be used. */
  #usable(): Reader | null {
    try {
      return this.#opened();
    } catch (error) {
      if (lossOf(error) === null) throw error;
      return null;
    }
  }

  /** The keys are made by another process, maybe after this one started. */
  #opened(): Reader | null {
    const { folder, masterKey } = this.options;
    if (this.#reader || folder === undefined || !existsSync(join(folder, FILE)))
      return this.#reader;
    const masterKeys = masterKeysFrom(masterKey, join(folder, MASTER_KEY_FILE));
    this.#reader = Reader.read({ folder, masterKeys, losses: this.losses });
    return this.#reader;
  }
}
