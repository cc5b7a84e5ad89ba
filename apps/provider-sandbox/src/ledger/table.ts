export type KeyRange = {
  /** Inclusive; the end is exclusive. With `reverse` it runs from high to low. */
  readonly start: string;
  readonly end: string;
  readonly reverse?: boolean;
};

export type Row = { readonly key: string; readonly value: unknown };

/** Where the sandbox's records lie, by keys as `kind/id`. */
export abstract class Table {
  /** What was last taken over, whether or not it is on disk yet. */
  abstract get(key: string): unknown;

  /** In the order of the keys; may lag behind `get` by what is underway. */
  abstract range(range: KeyRange): Iterable<Row>;

  /** Takes all writes over or none; null removes. Resolves when they are as safe as they get. */
  abstract write(writes: ReadonlyMap<string, unknown>): Promise<void>;

  abstract close(): Promise<void>;
}
