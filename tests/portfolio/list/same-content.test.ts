import fc from "fast-check";
import { sameContentSteps } from "../../../src/portfolio/list/same-content";
import { finish } from "../../../src/portfolio/steps";

const same = (one: unknown, other: unknown) => finish(sameContentSteps(one, other));

/** Of this realm, as `structuredClone` under Jest is not. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copyOf(member)]));
}

const column = () => ({
  numbers: Float64Array.of(1, NaN, -0),
  others: new Map<number, string | boolean>([[1, "text"]]),
  bolds: Uint8Array.of(0, 1, 0),
  header: { text: "Client", words: ["client"] },
});

test("copies of any content are the same, and every value is the same as itself", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => same(value, copyOf(value))));
  expect(same(column(), column())).toBe(true);
  expect(same(NaN, NaN)).toBe(true);
});

test("two values are the same only where they are equal", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const text = (value: unknown) =>
        JSON.stringify(value, (_, part: unknown) => (Object.is(part, -0) ? "-0" : part));
      return same(one, other) === (text(one) === text(other));
    }),
  );
});

test.each<[string, object]>([
  ["a number", { numbers: Float64Array.of(1, NaN, 3) }],
  ["the sign of a zero", { numbers: Float64Array.of(1, NaN, 0) }],
  ["a blank cell", { numbers: Float64Array.of(1, 0, -0) }],
  ["the number of cells", { numbers: Float64Array.of(1, NaN, -0, NaN) }],
  ["the kind of an array", { numbers: [1, NaN, -0] }],
  ["an odd number of bytes", { bolds: Uint8Array.of(0, 1, 1) }],
  ["a text", { others: new Map([[1, "Text"]]) }],
  ["the row of a text", { others: new Map([[2, "text"]]) }],
  [
    "one more text",
    {
      others: new Map([
        [1, "text"],
        [2, "text"],
      ]),
    },
  ],
  ["a text and a truth value", { others: new Map([[1, true]]) }],
  ["something deep inside", { header: { text: "Client", words: ["clients"] } }],
  ["a member that is not given", { header: { text: "Client" } }],
  ["a member more", { formulas: undefined }],
])("%s makes another one", (_, change) => {
  expect(same(column(), { ...column(), ...change })).toBe(false);
  expect(same({ ...column(), ...change }, column())).toBe(false);
});

test("members in another order, and what is no plain record, are another one", () => {
  expect(same({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false);
  expect(same(new Date(0), new Date(0))).toBe(false);
});

test("long ones are compared step by step, to the last", () => {
  const long = (last: number) => ({ numbers: new Float64Array(100_000).fill(last, 99_999), list: [1] });
  expect([...sameContentSteps(long(1), long(1))].length).toBeGreaterThan(2);
  expect(same(long(1), long(2))).toBe(false);
});
