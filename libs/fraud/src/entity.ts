import { History } from './history.js';

export const ENTITY_KINDS = ['customer', 'merchant', 'card', 'device'] as const;

/** Whom we keep a history of. */
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** What an entity was seen together with. */
export type LinkKind = EntityKind | 'country' | 'currency';

/** A stored entity: plain JSON, and the same entity again when read back. */
export type EntityJson = {
  readonly firstAt: number;
  readonly touched: readonly [at: number, turn: number];
  readonly history: readonly number[];
  readonly links: readonly (readonly [LinkKind, readonly (readonly [string, number])[]])[];
};

/** All we remember of one customer, merchant, card or device. */
export class Entity {
  readonly #links = new Map<LinkKind, Map<string, number>>();
  /** When a payment last touched it, in time of recording, and at which turn of the fold. */
  touchedAt = 0;
  touchedTurn = 0;

  constructor(
    public firstAt: number,
    readonly history = new History(),
  ) {}

  static fromJSON({ firstAt, touched, history, links }: EntityJson): Entity {
    const entity = new Entity(firstAt, new History([...history]));
    [entity.touchedAt, entity.touchedTurn] = touched;
    for (const [kind, seen] of links) entity.#links.set(kind, new Map(seen));
    return entity;
  }

  /** A copy, as it is now. */
  toJSON(): EntityJson {
    return {
      firstAt: this.firstAt,
      touched: [this.touchedAt, this.touchedTurn],
      history: [...this.history.values],
      links: [...this.#links].map(([kind, seen]) => [kind, [...seen]] as const),
    };
  }

  /** Remembers a link with the earliest time it was seen; forgets the first one beyond `max`. */
  link(kind: LinkKind, id: string | null, { at, max }: { at: number; max: number }): void {
    if (id === null) return;
    const seen = this.#links.get(kind) ?? new Map<string, number>();
    this.#links.set(kind, seen);
    seen.set(id, Math.min(seen.get(id) ?? at, at));
    if (seen.size > max) for (const oldest of seen.keys()) return void seen.delete(oldest);
  }

  isLinked(kind: LinkKind, id: string, at: number): boolean {
    return (this.#links.get(kind)?.get(id) ?? Infinity) <= at;
  }

  /** Seconds since the link was first seen; null when it was not by `at`. */
  linkAge(kind: LinkKind, id: string, at: number): number | null {
    const firstAt = this.#links.get(kind)?.get(id) ?? Infinity;
    return firstAt <= at ? at - firstAt : null;
  }

  /** Links of a kind that were seen by `at`, and for the first time after `since`. */
  linkCount(kind: LinkKind, at: number, since = -Infinity): number {
    let count = 0;
    for (const firstAt of this.#links.get(kind)?.values() ?? []) {
      if (firstAt <= at && firstAt > since) count += 1;
    }
    return count;
  }
}
