import { registerDecorator } from 'class-validator';

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
          typeof value === 'string' && value.length >= lengthMin && value.length <= lengthMax,
        defaultMessage: () => `must be a text of ${lengthMin} to ${lengthMax} characters`,
      },
    });
  };
}
