import { SetMetadata } from '@nestjs/common';

/** When an operation was deprecated, and from when on it may be gone; days as `2026-11-30`. */
export type Deprecation = {
  readonly since: string;
  readonly sunset: string;
  /** What to call in its place, as in `GET /v1/payments`. */
  readonly instead: string;
};

const KEY = 'deprecation';

/**
 * Marks an operation that callers are to leave: its document says so, and each of its answers.
 *
 * @throws RangeError for a day that is none, or less than docs/api-policy.md promises.
 */
export function Deprecated(deprecation: Deprecation): MethodDecorator {
  const { since, sunset } = deprecation;
  const days = (instantOf(sunset) - instantOf(since)) / DAY_MS;
  if (days < LIFE_DAYS_MIN) {
    throw new RangeError(`deprecated for ${days} days, at least ${LIFE_DAYS_MIN} are promised`);
  }
  return SetMetadata(KEY, deprecation);
}

/** Of a method of a controller; undefined: it stays. */
export function deprecationOf(handler: object): Deprecation | undefined {
  return Reflect.getMetadata(KEY, handler) as Deprecation | undefined;
}

/** As docs/api-policy.md promises it. */
const LIFE_DAYS_MIN = 365;
const DAY_MS = 86_400_000;

/** @throws RangeError for what is no day. */
export function instantOf(day: string): number {
  const instant = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(instant)) {
    throw new RangeError(`${day} is no day; write it as 2026-11-30`);
  }
  return instant;
}
