import { captureFee } from './fees.js';

describe("the providers' fee", () => {
  it('is 2.9 % and 30 minor units, rounded half up', () => {
    expect(captureFee(1000n)).toBe(59n);
    expect(captureFee(500n)).toBe(45n); // 14.5
    expect(captureFee(499n)).toBe(44n); // 14.471
  });

  it('is an amount that the provider can move', () => {
    expect(captureFee(5120n, 10n)).toBe(450n); // KWD at Stripe: 0.148 and 0.300.
    expect(captureFee(200_000n, 100n)).toBe(8800n); // HUF at PayPal: 58 and 30.
  });
});
