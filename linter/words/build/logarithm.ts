const BITS = 160n;
const ONE = 1n << BITS;
const LN2 = 2n * inverseHyperbolicTangent(ONE / 3n);

/**
 * The natural logarithm of x, 0 < x < 1, rounded to the nearest double. `Math.log` may be one bit off and differs
 * between engines; cppjieba's sums, in which the last bit decides ties, rest on the C library's correct rounding.
 */
export function logarithm(x: number): number {
  if (!(x > 0 && x < 1)) throw new RangeError(`${x} is not between 0 and 1`);
  let exponent = 0;
  let mantissa = x;
  for (; mantissa < 1; mantissa *= 2) exponent--;
  const fixed = BigInt(mantissa * 2 ** 52) << (BITS - 52n);
  const fraction = ((fixed - ONE) << BITS) / (fixed + ONE);
  const result = 2n * inverseHyperbolicTangent(fraction) + BigInt(exponent) * LN2;
  return Number(result) / 2 ** Number(BITS);
}

/** Of a fixed-point number in [0, 1/3], by its power series. */
function inverseHyperbolicTangent(x: bigint): bigint {
  const square = (x * x) >> BITS;
  let sum = 0n;
  for (let power = x, n = 1n; power > 0n; power = (power * square) >> BITS, n += 2n) sum += power / n;
  return sum;
}
