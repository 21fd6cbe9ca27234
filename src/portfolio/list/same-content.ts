import { STEP, type Steps } from "../steps";

/**
 * Whether two values of plain records, arrays, maps and columns of numbers hold the same, to the last bit and in the same order.
 * What is neither is the same only as itself.
 */
export function* sameContentSteps(one: unknown, other: unknown): Steps<boolean> {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  if (ArrayBuffer.isView(one)) return yield* sameBytesSteps(one, other as ArrayBufferView);
  if (one instanceof Map) return yield* sameEntriesSteps(one, other as Map<unknown, unknown>);
  if (Array.isArray(one)) return yield* sameItemsSteps(one, other as unknown[]);
  if (Object.getPrototypeOf(one) !== Object.prototype) return false;
  const [members, others] = [Object.entries(one), Object.entries(other)];
  return yield* sameItemsSteps(members.flat(), others.flat());
}

function* sameItemsSteps(some: readonly unknown[], others: readonly unknown[]): Steps<boolean> {
  if (some.length !== others.length) return false;
  for (let i = 0; i < some.length; i++) {
    if (i % STEP === 0) yield 0;
    if (some[i] !== others[i] && !(yield* sameContentSteps(some[i], others[i]))) return false;
  }
  return true;
}

function* sameEntriesSteps(
  some: ReadonlyMap<unknown, unknown>,
  others: ReadonlyMap<unknown, unknown>,
): Steps<boolean> {
  if (some.size !== others.size) return false;
  const rest = others.entries();
  let at = 0;
  for (const [key, value] of some) {
    if (at++ % STEP === 0) yield 0;
    const [otherKey, otherValue] = rest.next().value!;
    if (key !== otherKey) return false;
    if (value !== otherValue && !(yield* sameContentSteps(value, otherValue))) return false;
  }
  return true;
}

/** Numbers by their bits: 0 and −0 are two, and what is no number is the same as itself. */
function* sameBytesSteps(one: ArrayBufferView, other: ArrayBufferView): Steps<boolean> {
  if (one.byteLength !== other.byteLength) return false;
  const inWords = [one, other].every(({ byteOffset, byteLength }) => (byteOffset | byteLength) % 4 === 0);
  const [units, others] = [one, other].map(({ buffer, byteOffset, byteLength }) =>
    inWords
      ? new Uint32Array(buffer, byteOffset, byteLength / 4)
      : new Uint8Array(buffer, byteOffset, byteLength),
  );
  for (let at = 0; at < units.length; at++) {
    if (at % (16 * STEP) === 0) yield 0;
    if (units[at] !== others[at]) return false;
  }
  return true;
}
