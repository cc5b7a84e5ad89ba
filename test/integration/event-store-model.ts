import type { ExpectedRevision, Json } from '#event-store';

/** What an append or a deletion comes to. */
export type Outcome =
  | { readonly kind: 'written' | 'repeated'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly actual: number | null }
  | { readonly kind: 'deleted' };

/** A stream's metadata, as it is written. */
export type ModelMetadata = {
  readonly $maxCount?: number;
  readonly $maxAge?: number;
  readonly $tb?: number;
  readonly $acl?: Json;
};

/** `$tb` of a stream that is deleted until the next append: 2^63 - 1, as a double. */
const SOFT_DELETED = 2 ** 63;

/** Undefined once a scavenge removed it. */
type ModelEvent = { readonly id: string; readonly createdMs: number } | undefined;

/** One stream of an event store in the plainest way: what the rules say, and nothing else. */
export class ModelStream {
  readonly events: ModelEvent[] = [];
  /** Undefined before the first. */
  metadata: ModelMetadata | undefined;
  private tombstoned = false;

  constructor(
    /** Of all streams together: which of them an event's id was last written to. */
    private readonly lastWritten: Map<string, ModelStream>,
  ) {}

  append(ids: readonly string[], expected: ExpectedRevision, nowMs: number): Outcome {
    const outcome = this.decide(ids, expected);
    if (outcome.kind !== 'written') return outcome;
    if (this.softDeleted && ids.length > 0) {
      this.metadata = { ...this.metadata, $tb: this.events.length };
    }
    this.events.push(...ids.map((id) => ({ id, createdMs: nowMs })));
    for (const id of ids) this.lastWritten.set(id, this);
    return { kind: 'written', revision: this.head };
  }

  delete(expected: ExpectedRevision, forGood: boolean): Outcome {
    const outcome = this.decide([], expected);
    if (outcome.kind !== 'written') return outcome;
    if (forGood) this.tombstoned = true;
    else if (this.head < 0 && this.metadata === undefined) {
      return { kind: 'conflict', actual: null };
    } else this.metadata = { $tb: SOFT_DELETED };
    return outcome;
  }

  /** Writes the stream's metadata, which replaces the old and revives a deleted stream. */
  describe(metadata: ModelMetadata): Outcome {
    if (this.tombstoned) return { kind: 'deleted' };
    const revived = this.softDeleted && metadata.$tb === undefined;
    this.metadata = revived ? { ...metadata, $tb: this.events.length } : metadata;
    return { kind: 'written', revision: this.head };
  }

  /** The revisions a reader sees, or why none. */
  visible(nowMs: number): readonly number[] | 'deleted' {
    if (this.tombstoned) return 'deleted';
    return [...this.events.keys()].filter((revision) => this.shows(revision, nowMs));
  }

  /** The event at a revision, if a reader sees it. */
  visibleAt(revision: number, nowMs: number): string | undefined {
    if (this.tombstoned || !this.shows(revision, nowMs)) return undefined;
    return this.events[revision]?.id;
  }

  /** Invisible events are gone for good, save the last event. */
  scavenge(nowMs: number): void {
    for (let revision = 0; revision < this.head; revision += 1) {
      if (this.tombstoned || !this.shows(revision, nowMs)) this.events[revision] = undefined;
    }
  }

  /** What its metadata stream shows. */
  get described(): ModelMetadata | undefined {
    return this.tombstoned ? undefined : this.metadata;
  }

  get head(): number {
    return this.events.length - 1;
  }

  private get softDeleted(): boolean {
    return this.metadata?.$tb === SOFT_DELETED;
  }

  private shows(revision: number, nowMs: number): boolean {
    const { $maxCount = Infinity, $maxAge = Infinity, $tb = 0 } = this.metadata ?? {};
    const event = this.events[revision];
    if (event === undefined || revision < $tb || revision <= this.head - $maxCount) return false;
    return event.createdMs >= nowMs - $maxAge * 1000;
  }

  private decide(ids: readonly string[], expected: ExpectedRevision): Outcome {
    if (this.tombstoned) return { kind: 'deleted' };
    if (expected === 'any') return this.decideAnywhere(ids);
    if (expected === 'stream-exists') {
      if (this.softDeleted) return { kind: 'deleted' };
      const exists = this.head >= 0 || this.metadata !== undefined;
      return exists ? this.decideAnywhere(ids) : this.conflict;
    }
    const wanted = expected === 'no-stream' ? -1 : Number(expected);
    if (wanted >= this.head) return wanted === this.head ? this.written : this.conflict;
    return this.decideBelowHead(ids, wanted, expected === 'no-stream');
  }

  private decideAnywhere(ids: readonly string[]): Outcome {
    // Written twice on purpose, at exact revisions or elsewhere: the later one is remembered.
    const known = ids.map((id) =>
      this.lastWritten.get(id) === this ? this.events.findLastIndex((one) => one?.id === id) : -1,
    );
    if (ids.length === 0 || known[0] === -1) return this.written;
    if (known.includes(-1)) return this.conflict;
    return { kind: 'repeated', revision: known.at(-1) ?? -1 };
  }

  private decideBelowHead(ids: readonly string[], wanted: number, isNew: boolean): Outcome {
    const there = this.events.slice(wanted + 1, wanted + 1 + ids.length);
    if (ids.length > 0 && ids.every((id, index) => there[index]?.id === id)) {
      return { kind: 'repeated', revision: wanted + ids.length };
    }
    const reviving = isNew && this.softDeleted && ids.length > 0;
    return reviving && there[0]?.id !== ids[0] ? this.written : this.conflict;
  }

  private get written(): Outcome {
    return { kind: 'written', revision: this.head };
  }

  private get conflict(): Outcome {
    return { kind: 'conflict', actual: this.head < 0 ? null : this.head };
  }
}
