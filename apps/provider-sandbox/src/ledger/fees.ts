/**
 * What both providers keep of a capture in the sandbox: 2.9 % and 30 of the smallest amounts that
 * the provider moves, rounded half up to such an amount. Neither gives it back on a refund.
 *
 * @param step the smallest amount the provider moves, in its own minor units.
 */
export function captureFee(amount: bigint, step = 1n): bigint {
  const shareThousandths = amount * 29n;
  const stepThousandths = step * 1000n;
  return ((shareThousandths + stepThousandths / 2n) / stepThousandths + 30n) * step;
}
