import type { Call } from './ask.js';

const HASH = /^[0-9a-f]{64}$/;
const UUID = /^[0-9a-f]{8}-/;

/** Calls that something is wrong with, the most telling first. */
export function refusalsToTry(call: Call, fields: readonly string[]): Call[] {
  return [
    ...ofWhatIsNotThere(call),
    ...(call.body !== undefined ? [{ ...call, body: {} }] : []),
    ...['limit', 'waitMs', 'digest', 'day']
      .filter((field) => fields.includes(field))
      .slice(0, 1)
      .map((field) => ({ ...call, query: { ...call.query, [field]: '-1' } })),
    ...(call.as === undefined ? [] : ['local', 'local-auditor'].map((as) => ({ ...call, as }))),
    { ...call, as: 'unknown' },
  ];
}

/** Another id in the address, from the last on: that of the thing itself. */
function ofWhatIsNotThere(call: Call): Call[] {
  return Object.entries(call.path ?? {})
    .reverse()
    .map(([name, value]) => ({ ...call, path: { ...call.path, [name]: otherThan(value) } }));
}

function otherThan(value: string): string {
  if (HASH.test(value)) return '0'.repeat(64);
  return UUID.test(value) ? '00000000-0000-4000-8000-000000000000' : 'unknown';
}
