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
