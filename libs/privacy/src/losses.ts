import { LOSSES, type Loss } from '#event-shapes';
import {
  CiphertextDamaged,
  CiphertextMoved,
  KeyFileDamaged,
  KeyMissing,
  MasterKeyMissing,
} from './errors.js';

/** How often readers met a mark in the place of a text, by why it is lost. */
export class Losses {
  readonly #counts = new Map<Loss, number>();

  note(loss: Loss): void {
    this.#counts.set(loss, this.of(loss) + 1);
  }

  of(loss: Loss): number {
    return this.#counts.get(loss) ?? 0;
  }

  /** For Prometheus. */
  get metric() {
    return {
      name: 'assay_personal_texts_lost_total',
      help: 'Personal texts that were read and could not be given, by reason.',
      type: 'counter',
      read: () => LOSSES.map((reason) => ({ value: this.of(reason), labels: { reason } })),
    } as const;
  }
}

/** Why a text cannot be opened; null for an error that is not of this text, as of the disk. */
export function lossOf(error: unknown): Loss | null {
  if (error instanceof KeyMissing || error instanceof MasterKeyMissing) return 'key-missing';
  if (error instanceof CiphertextMoved) return 'moved';
  const isDamaged = error instanceof CiphertextDamaged || error instanceof KeyFileDamaged;
  return isDamaged ? 'damaged' : null;
}
