import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { KeyFileDamaged, KeyMissing } from './errors.js';
import { decodeSlot, encodeSlot, SLOT_BYTES, type Slot } from './slot.js';

const OWNER_ONLY = 0o600;
const syncOf = promisify(fdatasync);

/**
 * Keys at numbered places of one file. A place is written over where it is, so that a destroyed key
 * is gone from the file itself; a database would leave it in a free page. One process writes; any
 * number read, and see what it wrote at once.
 */
export class KeyFile {
  #count: number;
  #writing: Promise<void> = Promise.resolve();
  #pending: { readonly place: number; readonly slot: Slot }[] = [];

  private constructor(
    private readonly descriptor: number,
    readonly path: string,
  ) {
    this.#count = Math.floor(fstatSync(descriptor).size / SLOT_BYTES);
  }

  static open(path: string, mode: 'read' | 'write'): KeyFile {
    const file = new KeyFile(openSync(path, mode === 'read' ? 'r' : 'r+', OWNER_ONLY), path);
    if (mode === 'write') file.#dropTorn();
    return file;
  }

  /** @param header place 0. @throws Error with code EEXIST when there is such a file. */
  static create(path: string, header: Slot): KeyFile {
    const descriptor = openSync(path, 'wx+', OWNER_ONLY);
    writeSync(descriptor, encodeSlot(header), 0, SLOT_BYTES, 0);
    fdatasyncSync(descriptor);
    return new KeyFile(descriptor, path);
  }

  /** Places in use, the header among them. */
  get count(): number {
    return this.#count;
  }

  /** @throws KeyMissing behind the last place. @throws KeyFileDamaged for no whole key. */
  read(place: number): Slot {
    const bytes = Buffer.alloc(SLOT_BYTES);
    const length = readSync(this.descriptor, bytes, 0, SLOT_BYTES, place * SLOT_BYTES);
    const slot = length === SLOT_BYTES ? decodeSlot(bytes) : null;
    if (slot) return slot;
    if (length === 0) throw new KeyMissing(`${this.path} has no place ${place}`);
    throw new KeyFileDamaged(
      `${this.path} has no whole key at place ${place}: restore it from its own backup`,
    );
  }

  /** Takes the place behind all others; `add` has to follow in the same turn. */
  next(): number {
    this.#count += 1;
    return this.#count - 1;
  }

  /** Writes to a place that `next` gave; on disk when it resolves. */
  async add(place: number, slot: Slot): Promise<void> {
    this.#pending.push({ place, slot });
    // All that came while a write was under way is written and flushed together.
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#flush());
    await this.#writing;
  }

  /** Writes over a place; on disk when it returns. */
  replace(place: number, slot: Slot): void {
    writeSync(this.descriptor, encodeSlot(slot), 0, SLOT_BYTES, place * SLOT_BYTES);
    fdatasyncSync(this.descriptor);
  }

  close(): void {
    closeSync(this.descriptor);
  }

  async #flush(): Promise<void> {
    const [first, ...others] = this.#pending;
    if (!first) return;
    this.#pending = [];
    this.#assertAlone(first.place);
    const bytes = Buffer.concat([first, ...others].map(({ slot }) => encodeSlot(slot)));
    // Into the system's memory, which takes less than to hand it to another thread.
    writeSync(this.descriptor, bytes, 0, bytes.length, first.place * SLOT_BYTES);
    await syncOf(this.descriptor);
  }

  /** Two processes that add keys would write over each other's. */
  #assertAlone(place: number): void {
    if (Math.floor(fstatSync(this.descriptor).size / SLOT_BYTES) <= place) return;
    throw new KeyFileDamaged(`${this.path} grows by another process: one process may add keys`);
  }

  /** No text was sealed by a key whose write was cut short: it was never said to be there. */
  #dropTorn(): void {
    while (this.#count > 1) {
      try {
        this.read(this.#count - 1);
        return;
      } catch (error) {
        if (!(error instanceof KeyFileDamaged)) throw error;
        this.#count -= 1;
      }
    }
  }
}
