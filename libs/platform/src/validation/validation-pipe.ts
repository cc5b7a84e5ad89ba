import { ValidationPipe, type ValidationError, type ValidationPipeOptions } from '@nestjs/common';
import { Problem } from '../problem/problem.js';

/** Refuses unknown fields and names every bad one. */
export function createValidationPipe(options: ValidationPipeOptions = {}): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new Problem('request-invalid', undefined, flatten(errors)),
    ...options,
  });
}

/** class-validator's own words would repeat the name, which may be of any length. */
const UNKNOWN_FIELD = 'is not a field of this request; leave it out';

const NAMELESS = '(without a name)';

function flatten(errors: ValidationError[], parent = ''): { field: string; message: string }[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const name = property === '' ? NAMELESS : property;
    const field = parent === '' ? name : `${parent}.${name}`;
    const own = Object.entries(constraints ?? {}).map(([rule, text]) => {
      const message = rule === 'whitelistValidation' ? UNKNOWN_FIELD : text;
      return { field, message };
    });
    return [...own, ...flatten(children ?? [], field)];
  });
}
