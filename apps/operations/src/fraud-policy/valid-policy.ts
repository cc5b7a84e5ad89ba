import { readPolicy, type FraudPolicy } from '#fraud-policy';
import { Problem } from '#platform';

/** @throws Problem `request-invalid` that names every bad field, as in `policy.rules[2].when`. */
export function validPolicy(value: unknown, at = 'policy'): FraudPolicy {
  const read = readPolicy(value);
  if ('policy' in read) return read.policy;
  const errors = read.faults.map(({ field, message }) => ({
    field: [at, field].filter((part) => part !== '').join('.'),
    message,
  }));
  throw new Problem('request-invalid', undefined, errors.slice(0, FAULTS_TOLD));
}

/** A list of wrong values would otherwise be answered by a longer list of faults. */
const FAULTS_TOLD = 100;
