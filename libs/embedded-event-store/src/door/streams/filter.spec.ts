import type { LogEntry } from '../../engine/log-entry.js';
import { filterOf } from './filter.js';

describe('a filter by regular expression', () => {
  it('matches in linear time with any expression', () => {
    // A backtracking engine would need 2^60 steps.
    expect(matches('^(a+)+$', `${'a'.repeat(60)}b`)).toBe(false);
    expect(matches('^(a+)+$', 'aaa')).toBe(true);
  });

  it.each([
    ['^[^$].*', 'payment-1', true],
    ['^[^$].*', '$settings', false],
    ['^payment-|^case-', 'case-1', true],
    ['\\Apayment\\z', 'payment', true],
    ['\\Apayment\\z', 'payments', false],
    ['^\\p{L}+$', 'زبون', true],
    ['(?i)^ORDER', 'order-1', true],
  ])('takes %s for %s as the real server does', (regex, stream, expected) => {
    expect(matches(regex, stream)).toBe(expected);
  });

  it.each([['(?=payment)'], ['(a)\\1'], ['(']])('refuses %s and says why', (regex) => {
    expect(() => matches(regex, 'a')).toThrow("the filter's regular expression is invalid");
  });
});

function matches(regex: string, stream: string): boolean {
  const { matches: match } = filterOf({
    streamIdentifier: { regex },
    checkpointIntervalMultiplier: 1,
  });
  return match({ fields: { stream } } as LogEntry);
}
