import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EventDamaged } from '#event-store';
import { type Database, databaseFile, openDatabase } from './database.js';
import { damaged, StoreNotOpened } from './errors.js';
import { EventExport } from './event-export.js';
import { noteEvents } from './known-store.js';
import { type KeyRange, Page } from './lmdb-page.js';
import { makeFolder } from './owner-only.js';
import { PageFile } from './page-file.js';
import { decodeRecordedEvent, DELETED_REVISION, type RecordedFields } from './recorded-event.js';
import { unseal } from './stored-event.js';
import { PageWalk } from './walk-pages.js';
import { WriteBatch } from './write-batch.js';
import { lockForWriting } from './writer-lock.js';

/** What could be read of a damaged store. */
export type SalvageReport = {
  /** Written to `events.ndjson`. */
  readonly events: number;
  /**
   * Of these, found on pages that nothing leads to any more; one of them may never have counted.
   */
  readonly strays: number;
  /** Pages and events that cannot be read, in words; the first of them. */
  readonly damage: readonly string[];
  /** Whether nothing is missing, so that the folder holds a whole store again. */
  readonly whole: boolean;
};

const DAMAGE_MAX = 20;
const LOG = 'log';
/** Without it, no page says which table it belongs to. */
const TABLES = 'tables';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Writes every event that can still be read in `folder` into the new folder `target`: as lines of
 * JSON, and as a store as well when no event is missing. The damaged one is only read.
 *
 * @throws StoreNotOpened when another process has it open, or its first pages cannot be read.
 * @throws Error when `target` is not empty.
 */
export async function salvage(folder: string, target: string): Promise<SalvageReport> {
  makeFolder(target);
  const [present] = readdirSync(target);
  if (present !== undefined) throw new Error(`folder ${target} is not empty (${present})`);
  const unlock = await lockUnlessReadOnly(folder);
  try {
    const file = openPages(folder);
    try {
      const reading = new Salvage(file, join(target, 'events.ndjson'));
      const salvaged = await reading.run();
      if (salvaged.whole) await rebuild(file, target);
      return salvaged;
    } finally {
      file.close();
    }
  } finally {
    await unlock();
  }
}

class Salvage {
  readonly #damage: string[] = [];
  readonly #lost: KeyRange[] = [];
  readonly #heads = new Map<string, number>();
  #gaps = false;
  #strays = 0;

  constructor(
    private readonly file: PageFile,
    private readonly path: string,
  ) {}

  async run(): Promise<SalvageReport> {
    const output = new EventExport(this.path);
    try {
      const walk = new PageWalk(this.file, {
        damaged: (tree, why, range) => this.#note(tree, why, range),
        value: (tree, stored) => {
          if (tree === LOG) this.#take(stored, output);
        },
      });
      await walk.run();
      if (this.#lost.length > 0) this.#takeStrays(walk, output);
    } finally {
      output.close();
    }
    const strays = this.#strays;
    const damage = this.#damage.slice(0, DAMAGE_MAX);
    const whole = this.#lost.length === 0 && !this.#gaps;
    return { events: output.events, strays, damage, whole };
  }

  #note(tree: string, why: string, range: KeyRange): void {
    this.#damage.push(`${why} (${tree})`);
    // The other tables are derived from the log.
    if (tree === LOG) this.#lost.push(range);
    if (tree === TABLES) this.#lost.push({});
  }

  #take(stored: Buffer, output: EventExport): void {
    const fields = readEvent(stored);
    if (!fields) {
      this.#gaps = true;
      this.#damage.push(`an event behind position ${output.last} is damaged`);
      return;
    }
    this.#follow(fields);
    output.write(fields, stored, 'in place');
  }

  /** A stream that lacks one of its events cannot be written to again. */
  #follow({ stream, revision }: RecordedFields): void {
    if (revision === DELETED_REVISION) return;
    if (revision !== (this.#heads.get(stream) ?? -1) + 1) {
      if (!this.#gaps) this.#damage.push(`stream ${stream} lacks events before ${revision}`);
      this.#gaps = true;
    }
    this.#heads.set(stream, revision);
  }

  /** Of what was lost only: elsewhere, such pages hold what was removed or never committed. */
  #takeStrays(walk: PageWalk, output: EventExport): void {
    const found = new Map<number, Buffer>();
    for (let number = 2; number <= this.file.last; number += 1) {
      if (walk.reached(number)) continue;
      for (const [key, stored] of valuesOf(this.file, number)) {
        if (!this.#lost.some((range) => isWithin(range, key))) continue;
        const fields = readEvent(stored);
        if (fields) found.set(fields.position, stored);
      }
    }
    for (const position of [...found.keys()].sort((a, b) => a - b)) {
      const stored = found.get(position) ?? Buffer.alloc(0);
      const fields = readEvent(stored);
      if (!fields) continue;
      output.write(fields, stored, 'stray');
      this.#strays += 1;
    }
  }
}

/** Copies the log; everything else is derived from it when the copy is opened. */
async function rebuild(file: PageFile, target: string): Promise<void> {
  const db = await openDatabase(target);
  try {
    await copyLog(file, db);
  } finally {
    await db.reserve.close();
    await db.root.close();
  }
  noteEvents(target);
}

async function copyLog(file: PageFile, db: Database): Promise<void> {
  let batch = new WriteBatch();
  const commit = async () => {
    const full = batch;
    batch = new WriteBatch();
    await full.commit(db);
  };
  const value = (tree: string, stored: Buffer) => {
    const fields = tree === LOG ? readEvent(stored) : undefined;
    if (fields) batch.append(db.log, fields.position, stored);
  };
  await new PageWalk(file, { damaged: () => undefined, value, pause: commit }).run();
  await commit();
}

function readEvent(stored: Buffer): RecordedFields | undefined {
  try {
    const fields = decodeRecordedEvent(unseal(stored, 0));
    return UUID.test(fields.id) && fields.stream !== '' ? fields : undefined;
  } catch (error) {
    if (error instanceof EventDamaged || error instanceof RangeError) return undefined;
    throw error;
  }
}

function* valuesOf(file: PageFile, number: number): Iterable<[key: Buffer, stored: Buffer]> {
  const page = Page.leafAt(file, number);
  for (let index = 0; index < (page?.count ?? 0); index += 1) {
    const value = page?.valueIn(file, index);
    if (page && value) yield [page.key(index), value];
  }
}

function isWithin({ low, high }: KeyRange, key: Buffer): boolean {
  if (low && Buffer.compare(low, key) > 0) return false;
  return !high || Buffer.compare(key, high) < 0 || high.equals(low ?? Buffer.alloc(0));
}

function openPages(folder: string): PageFile {
  try {
    return PageFile.open(databaseFile(folder));
  } catch (error) {
    if (error instanceof RangeError) throw damaged(folder, error.message, error);
    throw error;
  }
}

/** A disk that fails is often read-only; then no process writes either. */
async function lockUnlessReadOnly(folder: string): Promise<() => Promise<void>> {
  try {
    return await lockForWriting(folder);
  } catch (error) {
    if (error instanceof StoreNotOpened && error.reason === 'not-writable') {
      return () => Promise.resolve();
    }
    throw error;
  }
}
