import { readFileSync } from 'node:fs';
import { PAYMENT_ERRORS, PaymentError, type PaymentErrorCode } from '#payments';
import { HTTP_PROBLEMS } from '#platform';
import { problemOf } from '../apps/command-service/src/problem-details.js';

describe('docs/errors.md', () => {
  const rows = rowsOf(readFileSync('docs/errors.md', 'utf8'));
  const documented = new Map(rows);

  it.each(Object.entries(statuses()))('documents %s with its status', (code, status) => {
    expect(documented.get(code)).toBe(status);
  });

  it('documents no code that the software does not have', () => {
    const codes = Object.keys(statuses());
    expect([...documented.keys()].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('documents each code once', () => {
    expect(rows.map(([code]) => code)).toEqual([...documented.keys()]);
  });
});

/** Every code that a caller can see, with the HTTP status that the software gives it. */
function statuses(): Record<string, number | undefined> {
  const rules = (Object.keys(PAYMENT_ERRORS) as PaymentErrorCode[]).map((code) => {
    return [code, problemOf(new PaymentError(code))?.status] as const;
  });
  const requests = Object.entries(HTTP_PROBLEMS).map(([code, [status]]) => [code, status] as const);
  return Object.fromEntries([...rules, ...requests]);
}

/** Rows as `| code | 409 | …`, the code in backticks. */
function rowsOf(document: string): (readonly [code: string, status: number])[] {
  const rows = document.matchAll(/^\| `([a-z-]+)` *\| (\d{3}) *\|/gm);
  return [...rows].map(([, code = '', status]) => [code, Number(status)]);
}
