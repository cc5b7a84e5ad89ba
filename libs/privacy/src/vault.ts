import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { KeyFile } from './key-file.js';
import { bindingOf, idIn, nameOf, newId, placeOf } from './key-name.js';
import { lossOf } from './losses.js';
import { KEY_BYTES, type MasterKeys } from './master-key.js';
import { randomBytes } from './random-bytes.js';
import { FILE, HEADER, Reader, type VaultOptions } from './reader.js';
import { sealText, type Place } from './sealed-text.js';
import { OpenedTexts } from './opened-texts.js';
import { NO_KEY, SUBJECT_BYTES, type Slot } from './slot.js';

const OWNER_ONLY = 0o700;
const CACHED_MAX = 10_000;

/** What is known of a key beside the key itself. */
export type KeyStatus = {
  readonly name: string;
  readonly state: 'live' | 'erased';
  readonly atMs: number;
};

/** Keeps the keys of subjects, and seals with them. One process has it; a folder has one. */
export class Vault extends Reader {
  /** The name of the living key of each subject. */
  readonly #names = new Map<string, string>();
  readonly #making = new Map<string, Promise<string>>();
  readonly #unwrapped = new Map<string, Buffer>();
  readonly #opened = new OpenedTexts();
  /** Ids of destroyed keys. */
  readonly #erased = new Set<string>();
  readonly #now: () => number;

  private constructor(file: KeyFile, { masterKeys, losses, now = Date.now }: VaultOptions) {
    super(file, masterKeys, losses);
    this.#now = now;
    for (const [place, slot] of this.#slots()) {
      const name = nameOf(place, slot);
      if (slot.state === 'live') this.#names.set(slot.subject.toString('base64'), name);
      if (slot.state === 'erased') this.#erased.add(idIn(name));
    }
  }

  /** @throws MasterKeyMissing or KeyFileDamaged. */
  static open(options: VaultOptions): Vault {
    const { folder, masterKeys, now = Date.now } = options;
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY });
    return new Vault(openOrCreate(join(folder, FILE), masterKeys, now()), options);
  }

  /** The name of a subject's key, made if there is none; on disk when it resolves. */
  async keyOf(subject: string): Promise<string> {
    const hash = this.#subjectHash(subject);
    const whose = hash.toString('base64');
    const name = this.#names.get(whose);
    if (name !== undefined) return name;
    const making = this.#making.get(whose) ?? this.#make(hash);
    this.#making.set(whose, making);
    try {
      return await making;
    } finally {
      this.#making.delete(whose);
    }
  }

  /** @param name of the key, as `keyOf` gave it. */
  seal(text: string, where: Place, name: string, isLinked: boolean): string {
    const key = { name, bytes: this.#dataKey(name) };
    return sealText(text, where, key, isLinked ? this.linkOf(text).slice('link:'.length) : '');
  }

  override open(sealed: string, where?: Place): string | null {
    const known = this.#opened.find(sealed, where);
    if (known !== undefined) return known;
    const text = super.open(sealed, where);
    if (text !== null && where) this.#opened.keep(sealed, text, where);
    return text;
  }

  /** Every key that a subject ever had, by now erased or not. */
  statusOf(subject: string): KeyStatus[] {
    return this.#keysOf(this.#subjectHash(subject)).map(([place, { state, atMs, id }]) => ({
      name: nameOf(place, { id }),
      state: state === 'live' ? state : 'erased',
      atMs,
    }));
  }

  /** Destroys what keys a subject has. They are gone from the file when it returns. */
  destroy(subject: string): KeyStatus[] {
    const hash = this.#subjectHash(subject);
    this.#names.delete(hash.toString('base64'));
    for (const [place, slot] of this.#keysOf(hash)) {
      if (slot.state === 'live') this.#destroyAt(place, slot);
    }
    return this.statusOf(subject);
  }

  /**
   * Keeps a recorded erasure where the file of keys is one from before it: destroys what the
   * subject has in it. A file that holds all keys of the erasure as destroyed has seen it; what the
   * subject has there was made since, and stays. May be repeated, also after a crash in the middle.
   *
   * @param names of the keys that the erasure destroyed. @returns whether anything was to be done.
   */
  destroyAgain(subject: string, names: readonly string[]): boolean {
    const unseen = names.filter((name) => !this.#hasSeen(subject, name));
    if (unseen.length === 0) return false;
    this.destroy(subject);
    for (const name of unseen) this.#bury(subject, name);
    return true;
  }

  /** Wraps every key by the master key of now; no event is touched. @returns how many it was. */
  rewrap(): number {
    let count = 0;
    for (const [place, slot] of [...this.#slots()]) {
      const isCurrent = slot.wrapped.masterKeyId.equals(this.masterKeys.currentId);
      if (slot.state === 'erased' || isCurrent) continue;
      const wrapped = this.masterKeys.wrap(this.unwrap(place, slot), bindingOf(place, slot));
      this.file.replace(place, { ...slot, wrapped });
      count += 1;
    }
    return count;
  }

  /** Living keys, and erased ones. */
  get counts(): { readonly live: number; readonly erased: number } {
    return { live: this.#names.size, erased: this.#erased.size };
  }

  async #make(subject: Buffer): Promise<string> {
    const place = this.file.next();
    const bytes = randomBytes(KEY_BYTES);
    const key = { state: 'live', id: newId(), subject, atMs: this.#now() } as const;
    const wrapped = this.masterKeys.wrap(bytes, bindingOf(place, key));
    await this.file.add(place, { ...key, wrapped });
    const name = nameOf(place, key);
    this.#names.set(subject.toString('base64'), name);
    this.#remember(name, bytes);
    return name;
  }

  #destroyAt(place: number, { id, subject }: Pick<Slot, 'id' | 'subject'>): void {
    const name = nameOf(place, { id });
    this.#unwrapped.delete(name);
    this.#opened.forgetAll();
    this.file.replace(place, { state: 'erased', id, subject, atMs: this.#now(), wrapped: NO_KEY });
    this.#erased.add(idIn(name));
  }

  /** Notes that a key is destroyed which this file, from before it was made, never held. */
  #bury(subject: string, name: string): void {
    if (this.#erased.has(idIn(name))) return;
    const id = Buffer.from(idIn(name), 'base64url');
    this.#destroyAt(this.file.next(), { id, subject: this.#subjectHash(subject) });
  }

  /** A key without an id is known by its place and its subject, and never missed. */
  #hasSeen(subject: string, name: string): boolean {
    if (idIn(name) !== name) return this.#erased.has(idIn(name));
    const keys = this.#keysOf(this.#subjectHash(subject));
    const own = keys.find(([place, { id }]) => id === null && place === placeOf(name));
    return own?.[1].state !== 'live';
  }

  #keysOf(subject: Buffer): (readonly [number, Slot])[] {
    const isOwn = (slot: Slot): boolean => slot.state !== 'header' && slot.subject.equals(subject);
    return [...this.#slots()].filter(([, slot]) => isOwn(slot));
  }

  #dataKey(name: string): Buffer {
    const known = this.#unwrapped.get(name);
    if (known) return known;
    const place = placeOf(name);
    const slot = this.file.read(place);
    // Its subject was erased while an append was under way: what that seals opens nowhere.
    if (slot.state === 'erased' || nameOf(place, slot) !== name) return randomBytes(KEY_BYTES);
    const bytes = this.unwrap(place, slot);
    this.#remember(name, bytes);
    return bytes;
  }

  #remember(name: string, bytes: Buffer): void {
    if (this.#unwrapped.size >= CACHED_MAX) this.#unwrapped.clear();
    this.#unwrapped.set(name, bytes);
  }

  #subjectHash(subject: string): Buffer {
    return this.hashOf(`subject\0${subject}`);
  }

  /** Passes over a place that is damaged; what it sealed says so when it is read. */
  *#slots(): Generator<readonly [number, Slot]> {
    for (let place = 0; place < this.file.count; place += 1) {
      try {
        yield [place, this.file.read(place)];
      } catch (error) {
        if (lossOf(error) === null) throw error;
      }
    }
  }
}

function openOrCreate(path: string, masterKeys: MasterKeys, atMs: number): KeyFile {
  try {
    return KeyFile.open(path, 'write');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const header = { state: 'header', id: null, subject: Buffer.alloc(SUBJECT_BYTES), atMs } as const;
  const wrapped = masterKeys.wrap(randomBytes(KEY_BYTES), bindingOf(HEADER, header));
  return KeyFile.create(path, { ...header, wrapped });
}
