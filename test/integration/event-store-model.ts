import type { ExpectedRevision } from '#event-store';

/** What an append or a deletion comes to. */
export type Outcome =
  | { readonly kind: 'written' | 'repeated'; readonly revision: number }
  | { readonly kind: 'conflict'; readonly actual: number | null }
  | { readonly kind: 'deleted' };

/** One stream of an event store in the plainest way: what the rules say, and nothing else. */
export class ModelStream {
  readonly ids: string[] = [];
  private truncateBefore = 0;
  private maxCount: number | undefined;
  private softDeleted = false;
  private hasMetadata = false;
  private tombstoned = false;

  append(ids: readonly string[], expected: ExpectedRevision): Outcome {
    const outcome = this.decide(ids, expected);
    if (outcome.kind !== 'written') return outcome;
    if (this.softDeleted && ids.length > 0) {
      this.softDeleted = false;
      this.truncateBefore = this.ids.length;
    }
    this.ids.push(...ids);
    return { kind: 'written', revision: this.head };
  }

  delete(expected: ExpectedRevision, forGood: boolean): Outcome {
    const outcome = this.decide([], expected);
    if (outcome.kind !== 'written') return outcome;
    if (forGood) this.tombstoned = true;
    else if (this.head < 0 && !this.hasMetadata) return { kind: 'conflict', actual: null };
    else {
      this.softDeleted = true;
      this.hasMetadata = true;
      this.maxCount = undefined;
    }
    return outcome;
  }

  /** Writes the stream's metadata, which replaces the old and revives a deleted stream. */
  describe(metadata: { readonly maxCount?: number; readonly truncateBefore?: number }): Outcome {
    if (this.tombstoned) return { kind: 'deleted' };
    const { truncateBefore } = metadata;
    if (truncateBefore !== undefined) this.truncateBefore = truncateBefore;
    else this.truncateBefore = this.softDeleted ? this.ids.length : 0;
    this.softDeleted = false;
    this.hasMetadata = true;
    this.maxCount = metadata.maxCount;
    return { kind: 'written', revision: this.head };
  }

  /** The revisions a reader sees, or why none. */
  visible(): readonly number[] | 'deleted' {
    if (this.tombstoned) return 'deleted';
    if (this.softDeleted) return [];
    const byCount = this.maxCount === undefined ? 0 : this.ids.length - this.maxCount;
    const first = Math.max(0, this.truncateBefore, byCount);
    return this.ids.map((_id, revision) => revision).filter((revision) => revision >= first);
  }

  private get head(): number {
    return this.ids.length - 1;
  }

  private decide(ids: readonly string[], expected: ExpectedRevision): Outcome {
    if (this.tombstoned) return { kind: 'deleted' };
    if (expected === 'any') return this.decideAnywhere(ids);
    if (expected === 'stream-exists') {
      if (this.softDeleted) return { kind: 'deleted' };
      return this.head < 0 && !this.hasMetadata ? this.conflict : this.decideAnywhere(ids);
    }
    const wanted = expected === 'no-stream' ? -1 : Number(expected);
    if (wanted >= this.head) return wanted === this.head ? this.written : this.conflict;
    return this.decideBelowHead(ids, wanted, expected === 'no-stream');
  }

  private decideAnywhere(ids: readonly string[]): Outcome {
    // Written twice on purpose, at exact revisions: the later one is remembered.
    const known = ids.map((id) => this.ids.lastIndexOf(id));
    if (ids.length === 0 || known[0] === -1) return this.written;
    if (known.includes(-1)) return this.conflict;
    return { kind: 'repeated', revision: known.at(-1) ?? -1 };
  }

  private decideBelowHead(ids: readonly string[], wanted: number, isNew: boolean): Outcome {
    const there = this.ids.slice(wanted + 1, wanted + 1 + ids.length);
    if (ids.length > 0 && ids.every((id, index) => there[index] === id)) {
      return { kind: 'repeated', revision: wanted + ids.length };
    }
    const reviving = isNew && this.softDeleted && ids.length > 0;
    return reviving && there[0] !== ids[0] ? this.written : this.conflict;
  }

  private get written(): Outcome {
    return { kind: 'written', revision: this.head };
  }

  private get conflict(): Outcome {
    return { kind: 'conflict', actual: this.head < 0 ? null : this.head };
  }
}
