/**
 * What both providers keep of a capture in the sandbox: 2.9 % and 30 of the smallest units, rounded
 * half up to what the currency can express. Neither gives it back on a refund.
 *
 * @param step the smallest amount the provider moves, in its own minor units.
 */
export function captureFee(amount: bigint, step = 1n): bigint {
  const exactThousandths = amount * 29n + 30_000n;
  const stepThousandths = step * 1000n;
  return ((exactThousandths + stepThousandths / 2n) / stepThousandths) * step;
}
