import { isDeepStrictEqual } from 'node:util';
import type { Examples } from './file.js';
import { mapped } from './mapped.js';

/**
 * The new recording, with each example as it was where only that differs which differs from one
 * run to the next: ids, times, hashes, what was measured. So a refresh changes what has changed.
 */
export function kept(before: Examples, after: Examples): Examples {
  return Object.fromEntries(
    Object.entries(after).map(([service, examples]) => [
      service,
      Object.fromEntries(
        Object.entries(examples).map(([operation, example]) => {
          const known = before[service]?.[operation];
          const isSame = known && isDeepStrictEqual(comparable(known), comparable(example));
          return [operation, isSame ? known : example];
        }),
      ),
    ]),
  );
}

/** Fields that hold measurements and counts of what went on beside. */
const MEASURED =
  /(^ms|Ms|[sS]econds|Bytes|[sS]core|position|size|leaves|revision|threshold|psi|payments)$/;

function comparable(value: unknown): unknown {
  return withoutMeasured(mapped(value, (text) => masked(text)));
}

function masked(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\d(T[\d:.]+Z)?/g, 'TIME')
    .replace(/[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]+ GMT/g, 'TIME')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/[\w+/=-]{16,}/g, (found) => (/\d/.test(found) ? 'ID' : found))
    .replace(/\d+\/\d+/g, 'POSITION')
    .replace(/\n\d+\n/g, '\nSIZE\n')
    .replace(/\d+\.\d{4,}(e-\d+)?/g, 'MEASURED');
}

function withoutMeasured(value: unknown, key = ''): unknown {
  if (typeof value === 'number') {
    return MEASURED.test(key) || !Number.isInteger(value) ? 'MEASURED' : value;
  }
  if (Array.isArray(value)) return value.map((each) => withoutMeasured(each, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withoutMeasured(each, name)]),
  );
}
