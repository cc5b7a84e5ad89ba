import type { Place } from './sealed-text.js';

const KEPT_MAX = 20_000;
/** Longer ones, as the body of a delivery, are read once. */
const CHARS_MAX = 1_024;

type Opened = { readonly text: string; readonly where: Place };

/**
 * Texts that were opened lately. A payment is read at each of its commands, and opening
 * its texts took longer than all else of that; only the process that destroys keys may keep any.
 */
export class OpenedTexts {
  readonly #bySealed = new Map<string, Opened>();

  /** Undefined as well for a text that was sealed for another place. */
  find(sealed: string, where: Place | undefined): string | undefined {
    const opened = this.#bySealed.get(sealed);
    if (!opened) return undefined;
    const isThere =
      where === undefined ||
      (where.eventId === opened.where.eventId && where.path === opened.where.path);
    return isThere ? opened.text : undefined;
  }

  keep(sealed: string, text: string, where: Place): void {
    if (sealed.length > CHARS_MAX) return;
    if (this.#bySealed.size >= KEPT_MAX) this.#bySealed.clear();
    this.#bySealed.set(sealed, { text, where });
  }

  /** When a key is destroyed: nothing says which texts were its own but their names. */
  forgetAll(): void {
    this.#bySealed.clear();
  }
}
