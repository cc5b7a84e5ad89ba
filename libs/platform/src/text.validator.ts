import { registerDecorator } from 'class-validator';

/** What JSON can say, but no database can keep: NUL, and halves of surrogate pairs. */
const UNSTORABLE = /[\0\p{Cs}]/u;

export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** A text of so many UTF-16 units; cheap, because commands carry a dozen of them. */
export function IsText(lengthMin: number, lengthMax: number): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isText',
      target: target.constructor,
      propertyName: String(property),
      constraints: [lengthMin, lengthMax],
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' &&
          value.length >= lengthMin &&
          value.length <= lengthMax &&
          isStorable(value),
        defaultMessage: () =>
          `must be a text of ${lengthMin} to ${lengthMax} characters, ` +
          'without NUL or halves of surrogate pairs',
      },
    });
  };
}
