import { WireReader } from './varint.js';
import { WireWriter } from './wire-writer.js';

/** How one kind of value lies on the wire. */
export type Codec<T> = {
  readonly wireType: 0 | 2;
  read(reader: WireReader): T;
  write(writer: WireWriter, value: T): void;
};

/** A numbered field; `add` joins a value with what the field held before. */
export type Field<T> = {
  readonly number: number;
  readonly wireType: 0 | 2;
  add(held: T | undefined, reader: WireReader): T;
  write(writer: WireWriter, value: T): void;
};

type Shape = Readonly<Record<string, Field<unknown>>>;

/** A field that is not on the wire is undefined; one that is there is written, default or not. */
export type MessageOf<S extends Shape> = {
  readonly [Name in keyof S]?: (S[Name] extends Field<infer T> ? T : never) | undefined;
};

export type Message<T> = Codec<T> & {
  decode(bytes: Buffer): T;
  encode(value: T): Buffer;
};

/** The value that a message codec reads and writes. */
export type Decoded<M> = M extends Message<infer T> ? T : never;

export const uint64: Codec<bigint> = {
  wireType: 0,
  read: (reader) => reader.varintBig(),
  write: (writer, value) => writer.varintBig(value),
};

/** Signed; also serves int32, whose negative values are written in the same way. */
export const int64: Codec<bigint> = {
  wireType: 0,
  read: (reader) => BigInt.asIntN(64, reader.varintBig()),
  write: (writer, value) => writer.varintBig(value),
};

export const int32: Codec<number> = {
  wireType: 0,
  read: (reader) => Number(BigInt.asIntN(64, reader.varintBig())),
  write: (writer, value) => writer.varintBig(BigInt(value)),
};

export const uint32: Codec<number> = {
  wireType: 0,
  read: (reader) => reader.varint(),
  write: (writer, value) => writer.varint(value),
};

export const bool: Codec<boolean> = {
  wireType: 0,
  read: (reader) => reader.varint() !== 0,
  write: (writer, value) => writer.varint(value ? 1 : 0),
};

export const text: Codec<string> = {
  wireType: 2,
  read: (reader) => reader.text(),
  write: (writer, value) => writer.text(value),
};

export const bytes: Codec<Buffer> = {
  wireType: 2,
  read: (reader) => reader.chunk(),
  write: (writer, value) => writer.chunk(value),
};

/** An enum, by the names of its numbers from 0; an unknown number reads as the first name. */
export function names<const N extends string>(...list: readonly [N, ...N[]]): Codec<N> {
  return {
    wireType: 0,
    read: (reader) => list[reader.varint()] ?? list[0],
    write: (writer, value) => writer.varint(list.indexOf(value)),
  };
}

export function field<T>(number: number, codec: Codec<T>): Field<T> {
  const { wireType } = codec;
  return {
    number,
    wireType,
    write: tagged(number, codec),
    add: (_held, reader) => codec.read(reader),
  };
}

export function repeated<T>(number: number, codec: Codec<T>): Field<readonly T[]> {
  const writeOne = tagged(number, codec);
  return {
    number,
    wireType: codec.wireType,
    write: (writer, values) => {
      for (const value of values) writeOne(writer, value);
    },
    add: (held, reader) => {
      const values = held as T[] | undefined;
      const value = codec.read(reader);
      values?.push(value);
      return values ?? [value];
    },
  };
}

/** A `map<string, string>`. */
export function textMap(number: number): Field<ReadonlyMap<string, string>> {
  const writeEntry = tagged(number, MAP_ENTRY);
  return {
    number,
    wireType: 2,
    write: (writer, map) => {
      for (const [key, value] of map) writeEntry(writer, { key, value });
    },
    add: (held, reader) => {
      const map = (held as Map<string, string> | undefined) ?? new Map<string, string>();
      const { key = '', value = '' } = MAP_ENTRY.read(reader);
      return map.set(key, value);
    },
  };
}

export function message<const S extends Shape>(shape: S): Message<MessageOf<S>> {
  const fields = Object.entries(shape);
  const byTag = new Map(fields.map((entry) => [tagOf(entry[1]), entry]));

  const readUntilEnd = (reader: WireReader): MessageOf<S> => {
    const found: Record<string, unknown> = {};
    while (!reader.done) {
      const tag = reader.varint();
      const known = byTag.get(tag);
      if (known === undefined) reader.skip(tag & 7);
      else found[known[0]] = known[1].add(found[known[0]], reader);
    }
    return found as MessageOf<S>;
  };
  const writeFields = (writer: WireWriter, value: MessageOf<S>): void => {
    for (const [name, one] of fields) {
      const content = value[name];
      if (content !== undefined) one.write(writer, content);
    }
  };
  return {
    wireType: 2,
    read: (reader) => {
      const { end } = reader;
      reader.end = reader.lengthEnd();
      const found = readUntilEnd(reader);
      reader.end = end;
      return found;
    },
    write: (writer, value) => {
      const start = writer.open();
      writeFields(writer, value);
      writer.close(start);
    },
    decode: (source) => readUntilEnd(new WireReader(source)),
    encode: (value) => {
      const writer = new WireWriter();
      writeFields(writer, value);
      return writer.finish();
    },
  };
}

function tagOf({ number, wireType }: Pick<Field<unknown>, 'number' | 'wireType'>): number {
  return number * 8 + wireType;
}

function tagged<T>(number: number, codec: Codec<T>): (writer: WireWriter, value: T) => void {
  const tag = tagOf({ number, wireType: codec.wireType });
  return (writer, value) => {
    writer.varint(tag);
    codec.write(writer, value);
  };
}

const MAP_ENTRY = message({ key: field(1, text), value: field(2, text) });

/** A message without fields, which says something by being there. */
export const empty = message({});
