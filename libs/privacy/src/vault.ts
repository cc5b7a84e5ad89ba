import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ERASED } from '#event-shapes';
import { KeyFileDamaged } from './errors.js';
import { KeyFile } from './key-file.js';
import type { MasterKeys } from './master-key.js';
import { KEY_BYTES } from './master-key.js';
import { openText, partsOf, SEALED_IN_TEXT, sealText, type Place } from './sealed-text.js';
import { NO_KEY, SUBJECT_BYTES, type Slot } from './slot.js';

const FILE = 'keys';
const HEADER = 0;
const LINK_BYTES = 16;
const OWNER_ONLY = 0o700;
const CACHED_MAX = 10_000;

export type VaultOptions = {
  readonly folder: string;
  readonly masterKeys: MasterKeys;
  readonly now?: () => number;
};

/** What is known of a key beside the key itself. */
export type KeyStatus = {
  readonly place: number;
  readonly state: 'live' | 'erased';
  readonly atMs: number;
};

/** Opens sealed texts. Any number of processes do so beside the one that seals. */
export class Reader {
  protected readonly linkSecret: Buffer;

  protected constructor(
    protected readonly file: KeyFile,
    protected readonly masterKeys: MasterKeys,
  ) {
    this.linkSecret = this.unwrap(HEADER, file.read(HEADER));
  }

  /** @throws MasterKeyMissing or KeyFileDamaged, and of the file system when there is no file. */
  static read({ folder, masterKeys }: VaultOptions): Reader {
    return new Reader(KeyFile.open(join(folder, FILE), 'read'), masterKeys);
  }

  /**
   * The text, or ERASED when its key is destroyed.
   *
   * @throws CiphertextDamaged, KeyFileDamaged or MasterKeyMissing.
   */
  reveal(sealed: string): string {
    const parts = partsOf(sealed);
    // The file is asked each time: a key that another process destroyed opens nothing any more.
    const slot = this.file.read(parts.key);
    if (slot.state === 'erased') return ERASED;
    return openText(parts, this.unwrap(parts.key, slot));
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

  protected unwrap(place: number, { wrapped, subject }: Slot): Buffer {
    return this.masterKeys.unwrap(wrapped, aadOf(place, subject));
  }
}

/** Keeps the keys of subjects, and seals with them. One process has it; a folder has one. */
export class Vault extends Reader {
  /** The living key of each subject. */
  readonly #places = new Map<string, number>();
  readonly #making = new Map<string, Promise<number>>();
  readonly #unwrapped = new Map<number, Buffer>();
  readonly #now: () => number;

  private constructor(file: KeyFile, masterKeys: MasterKeys, now: () => number) {
    super(file, masterKeys);
    this.#now = now;
    for (const [place, { state, subject }] of this.#slots()) {
      if (state === 'live') this.#places.set(subject.toString('base64'), place);
    }
  }

  /** @throws MasterKeyMissing or KeyFileDamaged. */
  static open({ folder, masterKeys, now = Date.now }: VaultOptions): Vault {
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY });
    return new Vault(openOrCreate(join(folder, FILE), masterKeys, now()), masterKeys, now);
  }

  /** The place of a subject's key, made if there is none; on disk when it resolves. */
  async keyOf(subject: string): Promise<number> {
    const hash = this.#subjectHash(subject);
    const name = hash.toString('base64');
    const place = this.#places.get(name);
    if (place !== undefined) return place;
    const making = this.#making.get(name) ?? this.#make(hash);
    this.#making.set(name, making);
    try {
      return await making;
    } finally {
      this.#making.delete(name);
    }
  }

  seal(text: string, where: Place, place: number, isLinked: boolean): string {
    const key = { place, bytes: this.#dataKey(place) };
    return sealText(text, where, key, isLinked ? this.linkOf(text).slice('link:'.length) : '');
  }

  /** Every key that a subject ever had, by now erased or not. */
  statusOf(subject: string): KeyStatus[] {
    const hash = this.#subjectHash(subject);
    return [...this.#slots()].flatMap(([place, slot]) =>
      slot.state !== 'header' && slot.subject.equals(hash)
        ? [{ place, state: slot.state, atMs: slot.atMs }]
        : [],
    );
  }

  /** Destroys what keys a subject has. They are gone from the file when it returns. */
  destroy(subject: string): KeyStatus[] {
    const hash = this.#subjectHash(subject);
    this.#places.delete(hash.toString('base64'));
    for (const { place, state } of this.statusOf(subject)) {
      if (state === 'live') this.#destroyAt(place, hash);
    }
    return this.statusOf(subject);
  }

  /** Destroys a key by its place, where its subject is not known, as after a restore. */
  destroyPlace(place: number): void {
    if (place < 1 || place >= this.file.count) return;
    const { subject, state } = this.file.read(place);
    this.#places.delete(subject.toString('base64'));
    if (state === 'live') this.#destroyAt(place, Buffer.from(subject));
  }

  /** The places whose keys are destroyed, and when they were. */
  erased(): Map<number, number> {
    return new Map(
      [...this.#slots()].flatMap(([place, { state, atMs }]) =>
        state === 'erased' ? [[place, atMs] as const] : [],
      ),
    );
  }

  /** Wraps every key by the master key of now; no event is touched. @returns how many it was. */
  rewrap(): number {
    let count = 0;
    for (const [place, slot] of [...this.#slots()]) {
      const isCurrent = slot.wrapped.masterKeyId.equals(this.masterKeys.currentId);
      if (slot.state === 'erased' || isCurrent) continue;
      const wrapped = this.masterKeys.wrap(this.unwrap(place, slot), aadOf(place, slot.subject));
      this.file.replace(place, { ...slot, wrapped });
      count += 1;
    }
    return count;
  }

  /** Living keys, and erased ones. */
  get counts(): { readonly live: number; readonly erased: number } {
    return { live: this.#places.size, erased: this.erased().size };
  }

  async #make(subject: Buffer): Promise<number> {
    const place = this.file.next();
    const bytes = randomBytes(KEY_BYTES);
    const wrapped = this.masterKeys.wrap(bytes, aadOf(place, subject));
    await this.file.add(place, { state: 'live', subject, atMs: this.#now(), wrapped });
    this.#places.set(subject.toString('base64'), place);
    this.#remember(place, bytes);
    return place;
  }

  #destroyAt(place: number, subject: Buffer): void {
    this.#unwrapped.delete(place);
    this.file.replace(place, { state: 'erased', subject, atMs: this.#now(), wrapped: NO_KEY });
  }

  #dataKey(place: number): Buffer {
    const known = this.#unwrapped.get(place);
    if (known) return known;
    const slot = this.file.read(place);
    // Its subject was erased while an append was under way: what that seals opens nowhere.
    const bytes = slot.state === 'erased' ? randomBytes(KEY_BYTES) : this.unwrap(place, slot);
    if (slot.state !== 'erased') this.#remember(place, bytes);
    return bytes;
  }

  #remember(place: number, bytes: Buffer): void {
    if (this.#unwrapped.size >= CACHED_MAX) this.#unwrapped.clear();
    this.#unwrapped.set(place, bytes);
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
        if (!(error instanceof KeyFileDamaged)) throw error;
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
  const subject = Buffer.alloc(SUBJECT_BYTES);
  const wrapped = masterKeys.wrap(randomBytes(KEY_BYTES), aadOf(HEADER, subject));
  return KeyFile.create(path, { state: 'header', subject, atMs, wrapped });
}

/** A key that was put at another place, or under another subject, is none. */
function aadOf(place: number, subject: Buffer): Buffer {
  const at = Buffer.alloc(8);
  at.writeBigUInt64BE(BigInt(place));
  return Buffer.concat([at, subject]);
}
