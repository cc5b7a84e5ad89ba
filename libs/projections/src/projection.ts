import type { RecordedEvent } from '#event-store';

/** Any event, once it is upcast. */
export type AnyEvent = { readonly type: string; readonly data: unknown };

/** An entity class; its rows are plain objects of that shape. */
export type Table<Row extends object> = new () => Row;

/** A row of an entity: its fields without its class. */
export type Plain<Row> = { readonly [Field in keyof Row]: Row[Field] };

/** Rows of one table that share a value, in a text column. */
export type Read = {
  readonly table: Table<object>;
  readonly column: string;
  readonly value: string;
};

/** What a projection may do to its rows. Nothing is written before the whole batch is applied. */
export type View = {
  /**
   * The row with this primary key, as left by the events before; null when there is none.
   *
   * @throws Error when the projection's `reads` did not name it: a bug.
   */
  find<Row extends object>(table: Table<Row>, key: Partial<Row>): Plain<Row> | null;

  /** Writes a whole row over what was there. */
  put<Row extends object>(table: Table<Row>, row: Plain<Row>): void;

  /** Writes a row that is never read or changed again. */
  insert<Row extends object>(table: Table<Row>, row: Plain<Row>): void;

  /** Adds to a number column of a row that is never read; the row begins at zero. */
  add<Row extends object>(
    table: Table<Row>,
    key: Partial<Row>,
    column: keyof Row & string,
    delta: bigint,
  ): void;
};

export type Handler<Event extends AnyEvent> = (
  event: Event,
  view: View,
  recorded: RecordedEvent,
) => void;

/**
 * Turns events into rows. It demands a decision for every event type; `each` decides about a group.
 *
 * Rows must follow from the events alone (no clock, no random), or a rebuild would differ.
 */
export type Projection<Event extends AnyEvent> = {
  /** Name and version, as in `order-view-2`. A new shape is a new version, replayed beside. */
  readonly name: string;
  readonly streamPrefixes: readonly string[];
  /** The entities of its rows, all in the schema that schemaOf names. */
  readonly rows: readonly Table<object>[];
  /** SQL that creates their tables, without a schema. */
  readonly tables: string;
  /**
   * Streams whose events do not build on each other, so that one that cannot be applied keeps none
   * of the others from being applied.
   */
  readonly listPrefixes?: readonly string[];
  /** @throws for an event of no known type. */
  readonly upcast: (type: string, data: unknown) => Event;
  /** Rows that the handlers of an event look at, so that a batch loads them at once. */
  readonly reads: (recorded: RecordedEvent) => readonly Read[];
  /**
   * Rows that these lead to, as the members of a group that one of them names. It is asked again
   * with what it named, until it names nothing new. A row that is not loaded yet is null.
   */
  readonly follows?: (recorded: RecordedEvent, view: Pick<View, 'find'>) => readonly Read[];
  readonly on: {
    readonly [Type in Event['type']]: Handler<Extract<Event, { type: Type }>> | 'ignored';
  };
};

/** A projection whose events' types were checked where it was written; what the runner takes. */
export type CheckedProjection = Pick<
  Projection<AnyEvent>,
  'name' | 'streamPrefixes' | 'rows' | 'tables'
> & {
  /** Null for an event that this projection ignores. */
  readonly step: (recorded: RecordedEvent) => Step | null;
  /** What is set aside when the event cannot be applied: its stream, or it alone. */
  readonly unitOf: (recorded: RecordedEvent) => string;
};

/** One event, ready to be applied. */
export type Step = {
  readonly reads: readonly Read[];
  /** See the projection; absent where the event leads to no other rows. */
  readonly follows?: (view: Pick<View, 'find'>) => readonly Read[];
  readonly apply: (view: View) => void;
};

export function defineProjection<Event extends AnyEvent>(
  projection: Projection<Event>,
): CheckedProjection {
  const { name, streamPrefixes, rows, tables, listPrefixes = [] } = projection;
  const { upcast, reads, follows } = projection;
  const handlers = projection.on as Readonly<Record<string, Handler<Event> | 'ignored'>>;
  return {
    name,
    streamPrefixes,
    rows,
    tables,
    unitOf: ({ stream, revision }) =>
      listPrefixes.some((prefix) => stream.startsWith(prefix)) ? `${stream}@${revision}` : stream,
    step: (recorded) => {
      const known = Object.hasOwn(handlers, recorded.type) ? handlers[recorded.type] : undefined;
      if (known === 'ignored') return null;
      return {
        reads: reads(recorded),
        ...(follows && { follows: (view) => follows(recorded, view) }),
        apply: (view) => {
          const event = upcast(recorded.type, recorded.data);
          if (!known) throw new TypeError(`${name} has no handler for ${event.type}`);
          known(event, view, recorded);
        },
      };
    },
  };
}

/** Reads one row, or a few, by a text column: `rowsOf(OrderPayment, 'paymentId', id)`. */
export function rowsOf<Row extends object>(
  table: Table<Row>,
  column: keyof Row & string,
  value: string,
): Read {
  return { table, column, value };
}

/** The PostgreSQL schema that holds a projection's tables: `order_view_2` for `order-view-2`. */
export function schemaOf(name: string): string {
  return name.replaceAll('-', '_');
}

/** One decision about several types of event, to be spread into `on`. */
export function each<Type extends string, const Decision>(
  types: readonly Type[],
  decision: Decision,
): Readonly<Record<Type, Decision>> {
  const on = types.map((type) => [type, decision] as const);
  return Object.fromEntries(on) as Readonly<Record<Type, Decision>>;
}
