import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isSealed, SEALED_PREFIX } from '#event-shapes';
import { masterKeysFrom } from './master-key-source.js';
import { Reader } from './vault.js';

export const MASTER_KEY_FILE = 'master.key';
const KEYS = 'keys';

export type SealedTextsOptions = {
  /** Where the keys are; undefined: nowhere, and sealed texts are passed on as they are. */
  readonly folder: string | undefined;
  /** As in PRIVACY_MASTER_KEY. */
  readonly masterKey: string;
};

/** Puts texts in the place of sealed ones where an answer leaves a process. */
export class SealedTexts {
  #reader: Reader | null = null;

  constructor(private readonly options: SealedTextsOptions) {}

  /** JSON with its sealed texts opened, or as ERASED. */
  inJson(json: string): string {
    return json.includes(SEALED_PREFIX) ? (this.#opened()?.revealInJson(json) ?? json) : json;
  }

  /** A text that is sealed as a whole, or JSON with sealed texts in it. */
  inCell(text: string): string {
    return isSealed(text) ? (this.#opened()?.reveal(text) ?? text) : this.inJson(text);
  }

  /** What a text is found by where it is sealed; null where nothing is. */
  linkOf(text: string): string | null {
    return this.#opened()?.linkOf(text) ?? null;
  }

  close(): void {
    this.#reader?.close();
    this.#reader = null;
  }

  /** The keys are made by another process, maybe after this one started. */
  #opened(): Reader | null {
    const { folder, masterKey } = this.options;
    if (this.#reader || folder === undefined || !existsSync(join(folder, KEYS)))
      return this.#reader;
    const masterKeys = masterKeysFrom(masterKey, join(folder, MASTER_KEY_FILE));
    this.#reader = Reader.read({ folder, masterKeys });
    return this.#reader;
  }
}
