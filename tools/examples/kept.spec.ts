import { kept } from './kept.js';
import type { Example, Examples } from './file.js';

const BEFORE = example({ status: 'captured', at: '2026-09-01T09:00:00.000Z', latencyMs: 7 });

describe('an example that is recorded again', () => {
  it('stays as it was where only times, ids and measurements differ', () => {
    const after = example({ status: 'captured', at: '2026-09-01T09:00:03.000Z', latencyMs: 19 });
    expect(kept(of(BEFORE), of(after))).toEqual(of(BEFORE));
  });

  it.each([
    ['another value', { status: 'voided', at: '2026-09-01T09:00:00.000Z', latencyMs: 7 }],
    ['a new field', { ...bodyOf(BEFORE), captured: '1200' }],
    ['a field less', { status: 'captured', latencyMs: 7 }],
    ['null for a time', { ...bodyOf(BEFORE), at: null }],
  ])('is replaced for %s', (_what, body) => {
    const after = example(body);
    expect(kept(of(BEFORE), of(after))).toEqual(of(after));
  });

  it('goes with its operation', () => {
    expect(kept(of(BEFORE), { operations: {} })).toEqual({ operations: {} });
  });
});

function example(body: object): Example {
  return { success: { status: 200, content: { 'application/json': body } } };
}

function bodyOf({ success }: Example): object {
  return success?.content['application/json'] as object;
}

function of(shown: Example): Examples {
  return { operations: { 'get /v1/jobs': shown } };
}
