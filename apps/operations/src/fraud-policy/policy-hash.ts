import { createHash } from 'node:crypto';
import { DEFAULT_POLICY, type FraudPolicy } from '#fraud-policy';

/** The version of a policy: SHA-256 of its JSON with the fields of every object in order. */
export function policyHashOf(policy: FraudPolicy): string {
  return createHash('sha256').update(canonical(policy)).digest('hex');
}

/** What decides until a policy is activated, by its hash. */
export const FIRST_POLICY = { policyHash: policyHashOf(DEFAULT_POLICY), policy: DEFAULT_POLICY };

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}
