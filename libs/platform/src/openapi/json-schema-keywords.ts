/** A text that can be kept anywhere: no NUL, no halves of surrogate pairs. */
const STORABLE = '^[^\\u0000\\ud800-\\udfff]*$';

/** The same, but neither . nor .. */
const ID = '^(?!\\.\\.?$)[^\\u0000\\ud800-\\udfff]*$';

type Keywords = Readonly<Record<string, unknown>>;

/** What the decorators of class-validator and of our own mean in JSON Schema. */
const KEYWORDS: Readonly<
  Record<string, (...[first, second]: readonly [unknown, unknown]) => Keywords>
> = {
  isText: (minLength, maxLength) => ({ minLength, maxLength, pattern: STORABLE }),
  isId: (minLength, maxLength) => ({ minLength, maxLength, pattern: ID }),
  isTime: () => ({ format: 'date-time', pattern: '^(?!0000)' }),
  isUuid: () => ({ format: 'uuid' }),
  isWholeNumber: (minimum, maximum) => ({ type: 'integer', minimum, maximum }),
  isIn: (values) => ({ enum: values }),
  min: (minimum) => ({ minimum }),
  max: (maximum) => ({ maximum }),
  arrayMinSize: (minItems) => ({ minItems }),
  arrayMaxSize: (maxItems) => ({ maxItems }),
  arrayUnique: () => ({ uniqueItems: true }),
  maxLength: (maxLength) => ({ maxLength }),
  matches: (pattern) => ({ pattern: (pattern as RegExp).source }),
};

/**
 * @param constraints of the decorator; it has none where it takes no argument.
 * @returns nothing for decorators that JSON Schema has no word for.
 */
export function keywordsOf(decorator: string, constraints: readonly unknown[] = []): Keywords {
  return KEYWORDS[decorator]?.(constraints[0], constraints[1]) ?? {};
}
