import { idempotencyKeyOf } from './idempotency-key.js';
import type { Problem } from '../problem/problem.js';

describe('an idempotency key', () => {
  it.each([
    ['k', 'k'],
    [' two words ', 'two words'],
    ['"quoted"', 'quoted'],
    ['~!@#$%^&*()_+', '~!@#$%^&*()_+'],
    ['x'.repeat(255), 'x'.repeat(255)],
  ])('is printable ASCII: %j', (sent, key) => {
    expect(idempotencyKeyOf(sent)).toBe(key);
  });

  it.each([undefined, '', '  ', '""', 7, ['a', 'b'], 'x'.repeat(256)])('is missing: %j', (sent) => {
    expect(codeOf(sent)).toBe('idempotency-key-missing');
  });

  it.each(['zahlung-ü', 'zahlung-Ã¼', 'zahlung-\u00fc', '支払い', 'a\u00a0b', 'a\tb', 'a\u007fb'])(
    'is refused where a header and a body differ: %j',
    (sent) => {
      expect(codeOf(sent)).toBe('idempotency-key-invalid');
    },
  );
});

function codeOf(sent: unknown): unknown {
  try {
    return idempotencyKeyOf(sent);
  } catch (error) {
    return (error as Problem).code;
  }
}
