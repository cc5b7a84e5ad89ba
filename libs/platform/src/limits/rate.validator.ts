import { ValidateBy } from 'class-validator';
import { rateOf, ratesOf } from './rate.js';

/** As in `reads=100/s,shop:commands=20/s`. */
export function IsRates(): PropertyDecorator {
  return validated('isRates', 'RATE_LIMITS', ratesOf);
}

/** As in `1/s`, or `off`. */
export function IsRate(variable: string): PropertyDecorator {
  return validated('isRate', variable, rateOf);
}

function validated(
  name: string,
  variable: string,
  parse: (text: string) => unknown,
): PropertyDecorator {
  const faultOf = (value: unknown): string | null => {
    try {
      parse(String(value));
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  };
  return ValidateBy({
    name,
    validator: {
      validate: (value: unknown) => faultOf(value) === null,
      defaultMessage: (args) => `${variable}: ${faultOf(args?.value) ?? ''}`,
    },
  });
}
