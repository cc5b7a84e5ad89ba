import { registerDecorator } from 'class-validator';

/** What JSON can say, but no database can keep: NUL, and halves of surrogate pairs. */
const UNSTORABLE = /[\0\p{Cs}]/u;

export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/**
 * Whether a text has so many characters. Counts code points, as JSON Schema does, but only where
 * the cheaper count of UTF-16 units leaves it open.
 */
export function hasLength(text: string, min: number, max: number): boolean {
  const units = text.length;
  if (units < min || units > 2 * max) return false;
  if (units >= 2 * min && units <= max) return true;
  const characters = Array.from(text).length;
  return characters >= min && characters <= max;
}

/** What URLs take for the folder and the one above, however it is encoded. */
const DOTS: ReadonlySet<string> = new Set(['.', '..']);

/** Whether a text can be a part of a URL's path and come back as it was. */
export function isId(text: string): boolean {
  return isStorable(text) && !DOTS.has(text);
}

/** An id that a caller chose, which becomes a part of addresses: a text, but neither . nor .. */
export function IsId(lengthMin: number, lengthMax: number): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isId',
      target: target.constructor,
      propertyName: String(property),
      constraints: [lengthMin, lengthMax],
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && hasLength(value, lengthMin, lengthMax) && isId(value),
        defaultMessage: () =>
          `must be an id of ${lengthMin} to ${lengthMax} characters other than "." and "..", ` +
          'without NUL or halves of surrogate pairs',
      },
    });
  };
}

/** A text of so many characters; cheap, because commands carry a dozen of them. */
export function IsText(lengthMin: number, lengthMax: number): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isText',
      target: target.constructor,
      propertyName: String(property),
      constraints: [lengthMin, lengthMax],
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && hasLength(value, lengthMin, lengthMax) && isStorable(value),
        defaultMessage: () =>
          `must be a text of ${lengthMin} to ${lengthMax} characters, ` +
          'without NUL or halves of surrogate pairs',
      },
    });
  };
}
