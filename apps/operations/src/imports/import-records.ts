import type { EventStore } from '#event-store';
import { Problem } from '#platform';
import {
  IMPORTS_STREAM,
  importStream,
  upcastImport,
  type Counts,
  type ImportEvent,
  type ImportListed,
  type ImportStarted,
} from './import-events.js';

export type ImportRecord = {
  readonly started: ImportStarted['data'];
  /** Interrupted: not at its end, and not under way here; the same file again goes on. */
  readonly status: 'running' | 'finished' | 'interrupted';
  /** Lines that are dealt with. */
  /** Null where it was interrupted: what was recorded until then is not counted. */
  readonly linesDone: number | null;
  /** Null until it is finished. */
  readonly counts: Counts | null;
  readonly finishedAt: string | null;
};

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

type Listed = 'ImportLineRefused' | 'ImportLineDiffered';
type DataOf<Type extends Listed> = Extract<ImportEvent, { readonly type: Type }>['data'];

/** What the ledger holds of imports. */
export class ImportRecords {
  constructor(
    private readonly store: EventStore,
    /** Lines done of an import that is under way in this process; null for any other. */
    private readonly underWay: (importId: string) => number | null,
  ) {}

  /** @throws Problem `not-found` */
  async get(importId: string): Promise<ImportRecord> {
    const found = await this.find(importId);
    if (!found) throw new Problem('not-found', `no import ${importId}`);
    return found;
  }

  async find(importId: string): Promise<ImportRecord | null> {
    const stream = importStream(importId);
    const [first] = await this.#events(stream, { maxCount: 1 });
    if (first?.type !== 'ImportStarted') return null;
    const [last] = await this.#events(stream, { direction: 'backwards', maxCount: 1 });
    const started = first.data;
    if (last?.type === 'ImportFinished') {
      const { finishedAt, recorded, known, differing } = last.data;
      const counts = { recorded, known, differing };
      return { started, status: 'finished', linesDone: started.lines, counts, finishedAt };
    }
    const linesDone = this.underWay(importId);
    const status = linesDone === null ? 'interrupted' : 'running';
    return { started, status, linesDone, counts: null, finishedAt: null };
  }

  /** The latest first. */
  async list(limit: number, cursor?: bigint): Promise<Page<ImportRecord>> {
    const ids: string[] = [];
    let next: bigint | null = null;
    const from = cursor ?? 'end';
    const read = { direction: 'backwards', from, maxCount: limit + 1 } as const;
    for await (const { data, revision } of this.store.read(IMPORTS_STREAM, read)) {
      if (ids.length === limit) next = revision;
      else ids.push((data as ImportListed['data']).importId);
    }
    const items = await Promise.all(ids.map((id) => this.get(id)));
    return { items, nextCursor: next === null ? null : String(next) };
  }

  /** In the order of the file. @throws Problem `not-found` */
  async lines<Type extends Listed>(
    importId: string,
    sought: Type,
    { limit, cursor = 0n }: { readonly limit: number; readonly cursor?: bigint },
  ): Promise<Page<DataOf<Type>>> {
    await this.get(importId);
    const items: DataOf<Type>[] = [];
    for await (const recorded of this.store.read(importStream(importId), { from: cursor })) {
      if (recorded.type !== sought) continue;
      if (items.length === limit) return { items, nextCursor: String(recorded.revision) };
      items.push(upcastImport(recorded.type, recorded.data).data as DataOf<Type>);
    }
    return { items, nextCursor: null };
  }

  async #events(
    stream: string,
    options: Parameters<EventStore['read']>[1],
  ): Promise<ImportEvent[]> {
    const events: ImportEvent[] = [];
    for await (const { type, data } of this.store.read(stream, options)) {
      events.push(upcastImport(type, data));
    }
    return events;
  }
}
