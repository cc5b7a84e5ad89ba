import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';

/** A whole number of a query: digits alone, since `Number` also reads `0x10`, `1e3` and ``. */
export function IsWholeNumber(min: number, max: number): PropertyDecorator {
  return (target, property) => {
    Transform(({ value }: { value: unknown }) => numberOf(value))(target, property);
    registerDecorator({
      name: 'isWholeNumber',
      target: target.constructor,
      propertyName: String(property),
      constraints: [min, max],
      validator: {
        validate: (value: unknown) =>
          Number.isInteger(value) && isWithin(value as number, min, max),
        defaultMessage: () => `must be a whole number from ${min} to ${max}`,
      },
    });
  };
}

const DIGITS = /^(0|[1-9]\d{0,14})$/;

function numberOf(value: unknown): unknown {
  return typeof value === 'string' && DIGITS.test(value) ? Number(value) : value;
}

function isWithin(value: number, min: number, max: number): boolean {
  return value >= min && value <= max;
}
