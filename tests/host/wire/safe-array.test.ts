import { safeArray } from "../../../src/host/wire/safe-array";

test("a safe array gives its elements out by index, between its bounds, or as a list", () => {
  const array = safeArray(["a", safeArray([1])]);
  expect([array.dimensions(), array.lbound(1), array.ubound(1)]).toEqual([1, 0, 1]);
  expect(array.getItem(0)).toBe("a");
  expect((array.toArray()[1] as ReturnType<typeof safeArray>).getItem(0)).toBe(1);
});

test("what is done to the list does not reach the safe array", () => {
  const array = safeArray([1, 2]);
  array.toArray().push(3);
  expect(array.ubound(1)).toBe(1);
});
