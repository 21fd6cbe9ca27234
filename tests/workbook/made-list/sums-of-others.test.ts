import { sumsOfOthers } from "../../../src/workbook/made-list/sums-of-others";

const amounts = (...each: number[]) => new Map(each.map((amount, i) => [`client ${i}`, amount]));
const january = amounts(10.5, 20.25, 30, 41);
const february = amounts(11, 21.75, 0, 43);
const march = amounts(12, 23, 35, 0);
const plus = (...lists: ReadonlyMap<string, number>[]) =>
  amounts(...[...january.keys()].map((client) => lists.reduce((sum, list) => sum + list.get(client)!, 0)));
const sums = (...lists: ReadonlyMap<string, number>[]) => [...sumsOfOthers(lists)].sort();

describe("sumsOfOthers", () => {
  it("a list that is the sum of all others, wherever it stands", () => {
    expect(sums(plus(january, february, march), january, february, march)).toEqual([0]);
    expect(sums(january, february, march, plus(january, february, march))).toEqual([3]);
  });

  it("quarters behind their months, and the year behind all", () => {
    const [april, may, june] = [amounts(3, 1, 4, 1.5), amounts(9, 2, 6.5, 5), amounts(3, 5, 8, 9.75)];
    const quarters = [plus(january, february, march), plus(april, may, june)];
    expect(
      sums(january, february, march, quarters[0], april, may, june, quarters[1], plus(...quarters)),
    ).toEqual([3, 7, 8]);
  });

  it("lists of other figures are no sums, nor is one of two clients", () => {
    expect(sums(january, february, march)).toEqual([]);
    expect(sums(amounts(1, 2), amounts(3, 4), amounts(4, 6))).toEqual([]);
    expect(sums(plus(january, february, amounts(9, 0, 0, 0)), january, february)).toEqual([]);
  });
});
