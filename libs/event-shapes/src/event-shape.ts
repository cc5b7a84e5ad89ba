/** What every event is: its type, and data that never changes. */
export type EventShape<Type extends string, Data> = {
  readonly type: Type;
  readonly data: Readonly<Data>;
};

export type AnyEvent = EventShape<string, object>;
