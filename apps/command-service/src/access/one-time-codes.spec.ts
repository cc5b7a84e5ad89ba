import {
  newRecoveryCodes,
  newTotpSecret,
  recoveryHashOf,
  totpOf,
  totpStepOf,
} from './one-time-codes.js';

/** `12345678901234567890`, of RFC 6238, appendix B. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a code of an authenticator', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is at %d seconds as the RFC says', (seconds, code) => {
    expect(totpOf(SECRET, Math.floor(seconds / 30))).toBe(code);
  });

  it('counts in its own step and the two beside it', () => {
    const stepAt = (seconds: number) => totpStepOf(SECRET, '050471', seconds * 1000);
    const at = 1_111_111_111;
    expect([at, at - 30, at + 30].map(stepAt)).toEqual([37_037_037, 37_037_037, 37_037_037]);
    expect([at - 90, at + 90].map(stepAt)).toEqual([null, null]);
  });

  it('has a secret of 160 bits', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  });
});

it('recovery codes are found however they are typed, and differ', () => {
  const codes = newRecoveryCodes();
  const [code = ''] = codes;
  expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
  expect(recoveryHashOf(code.toLowerCase().replaceAll('-', ' '))).toBe(recoveryHashOf(code));
  expect(new Set(codes.map(recoveryHashOf)).size).toBe(10);
});
