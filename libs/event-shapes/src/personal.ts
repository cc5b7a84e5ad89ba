/**
 * What a field tells of people, and so how it is kept:
 *
 * - `sealed`: of a payer, or free text that may be; only under the key of its subject.
 * - `linked`: likewise, and with a keyed hash beside it, by which equal values are found.
 * - `pseudonym`: says of a person only to who knows whom it stands for, as an id of the client's.
 * - `unsealed`: may be of a payer and is kept in clear, because nothing says of which one.
 * - `staff`: who of us did it. It is kept as long as the books: they have to say who decided.
 */
export type PersonalKind = 'sealed' | 'linked' | 'pseudonym' | 'unsealed' | 'staff';

/** The personal fields of an event's data; in a field with parts, each part by itself. */
export type Personal<Data> = {
  readonly [Field in keyof Data]?: PersonalKind | PersonalParts<NonNullable<Data[Field]>>;
};

type PersonalParts<Value> = Value extends readonly unknown[]
  ? never
  : Value extends object
    ? { readonly [Part in keyof Value]?: PersonalKind }
    : never;

/** The same of whichever event. */
export type PersonalFields = {
  readonly [field: string]: PersonalKind | { readonly [part: string]: PersonalKind };
};
