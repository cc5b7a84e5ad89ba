import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { ERASED, markOf } from '#event-shapes';
import { CiphertextMoved, KeyMissing } from './errors.js';
import { KeyFile } from './key-file.js';
import { bindingOf, nameOf, placeOf } from './key-name.js';
import { Losses, lossOf } from './losses.js';
import type { MasterKeys } from './master-key.js';
import { openText, partsOf, SEALED_IN_TEXT, type Place, type SealedParts } from './sealed-text.js';
import type { Slot } from './slot.js';

export const FILE = 'keys';
export const HEADER = 0;

const LINK_BYTES = 16;

export type VaultOptions = {
  readonly folder: string;
  readonly masterKeys: MasterKeys;
  readonly losses?: Losses;
  readonly now?: () => number;
};

/** Opens sealed texts. Any number of processes do so beside the one that seals. */
export class Reader {
  protected readonly linkSecret: Buffer;

  protected constructor(
    protected readonly file: KeyFile,
    protected readonly masterKeys: MasterKeys,
    readonly losses = new Losses(),
  ) {
    this.linkSecret = this.unwrap(HEADER, file.read(HEADER));
  }

  /** @throws MasterKeyMissing or KeyFileDamaged, and of the file system when there is no file. */
  static read({ folder, masterKeys, losses }: VaultOptions): Reader {
    return new Reader(KeyFile.open(join(folder, FILE), 'read'), masterKeys, losses);
  }

  /**
   * The text, or a mark that says why it cannot be given: one lost text leaves those beside it.
   *
   * @param where it was found; without it, a text of another field opens as well.
   */
  reveal(sealed: string, where?: Place): string {
    try {
      const text = this.open(sealed, where);
      if (text === null) this.losses.note('erased');
      return text ?? ERASED;
    } catch (error) {
      const loss = lossOf(error);
      if (loss === null) throw error;
      this.losses.note(loss);
      return markOf(loss);
    }
  }

  /**
   * The text, or null when its key is destroyed.
   *
   * @throws CiphertextMoved, CiphertextDamaged, KeyMissing, KeyFileDamaged or MasterKeyMissing.
   */
  open(sealed: string, where?: Place): string | null {
    const parts = partsOf(sealed);
    if (where) assertPlace(parts, where);
    const place = placeOf(parts.key);
    // The file is asked each time: a key that another process destroyed opens nothing any more.
    const slot = this.file.read(place);
    if (slot.state === 'header' || nameOf(place, slot) !== parts.key) {
      throw new KeyMissing(`${this.file.path} has no key ${parts.key}`);
    }
    return slot.state === 'erased' ? null : openText(parts, this.unwrap(place, slot));
  }

  /** Puts the texts in the place of all sealed ones within JSON. */
  revealInJson(json: string): string {
    return json.replace(SEALED_IN_TEXT, (sealed) =>
      JSON.stringify(this.reveal(sealed)).slice(1, -1),
    );
  }

  /** What equal texts of all subjects have in common; see `linkOf` of #event-shapes. */
  linkOf(text: string): string {
    return `link:${this.hashOf(`text\0${text}`).subarray(0, LINK_BYTES).toString('base64url')}`;
  }

  close(): void {
    this.file.close();
  }

  protected hashOf(text: string): Buffer {
    return createHmac('sha256', this.linkSecret).update(text).digest();
  }

  protected unwrap(place: number, slot: Slot): Buffer {
    return this.masterKeys.unwrap(slot.wrapped, bindingOf(place, slot));
  }
}

function assertPlace(sealed: SealedParts, { eventId, path }: Place): void {
  if (sealed.eventId === eventId && sealed.path === path) return;
  throw new CiphertextMoved(
    `${path} of event ${eventId} holds what was sealed for ${sealed.path} of ${sealed.eventId}`,
  );
}
