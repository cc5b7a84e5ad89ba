import { registerDecorator } from 'class-validator';
import { hasLength, isStorable } from '#platform';

const ENTRIES_MAX = 50;
const KEY_LENGTH_MAX = 40;
const VALUE_LENGTH_MAX = 500;

/** A flat object of short texts. */
export function IsMetadata(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isMetadata',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: isMetadata,
        defaultMessage: () =>
          `must be at most ${ENTRIES_MAX} texts of at most ${VALUE_LENGTH_MAX} characters, ` +
          `with keys of at most ${KEY_LENGTH_MAX}, without NUL or halves of surrogate pairs`,
      },
    });
  };
}

function isMetadata(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= ENTRIES_MAX &&
    entries.every(
      ([key, text]) =>
        hasLength(key, 0, KEY_LENGTH_MAX) &&
        isStorable(key) &&
        typeof text === 'string' &&
        hasLength(text, 0, VALUE_LENGTH_MAX) &&
        isStorable(text),
    )
  );
}
