import { headerText, keepMapping, proposeMapping, proposeReading } from "../../../src/portfolio";
import { english, listFrom, money, other, rolesOf, same } from "./columns";
import { listOf, problemOf } from "../lists";

const months = { Customer: english, "Jan 2025": money, "Feb 2025": other };

describe("a period in two columns", () => {
  test("is a question: each alternative keeps one of them", () => {
    const list = listFrom({ ...months, "02.2025": money.map((x) => x + 1) });
    expect(problemOf(() => proposeMapping(list))).toMatchObject({
      kind: "doubtful",
      doubt: {
        about: "period",
        decided: false,
        alternatives: [
          { header: "Feb 2025", column: "C" },
          { header: "02.2025", column: "D" },
        ],
      },
    });
    const kept = proposeReading(list).doubts[0].alternatives.map(({ choice }) =>
      choice.mapping!.columns.flatMap(({ header, role }) => (role === "period" ? [header] : [])),
    );
    expect(kept).toEqual([
      ["Jan 2025", "Feb 2025"],
      ["Jan 2025", "02.2025"],
    ]);
  });

  const amounts = (one: string, two: string) =>
    listFrom({
      Customer: english,
      [`${one} Jan`]: money,
      [`${one} Feb`]: other,
      [`${two} Jan`]: money.map((x) => x * 1.2),
      [`${two} Feb`]: other.map((x) => x * 1.2),
    });
  const periodsOf = (list: ReturnType<typeof listFrom>, chosen?: string) =>
    proposeMapping(list, chosen ? [{ header: chosen, role: "period" }] : []).columns.flatMap(
      ({ header, role }) => (role === "period" ? [header] : []),
    );

  test("without tax beside with tax is the one without", () => {
    expect(periodsOf(amounts("Без НДС", "С НДС"))).toEqual(["Без НДС Jan", "Без НДС Feb"]);
    expect(periodsOf(amounts("Gross sales", "Net sales"))).toEqual(["Net sales Jan", "Net sales Feb"]);
  });

  test("under two other amounts is a question, and one answer is that for all periods", () => {
    const list = amounts("Продажи", "Отгрузка");
    expect(problemOf(() => proposeMapping(list))).toMatchObject({
      kind: "doubtful",
      doubt: { about: "period", alternatives: [{ header: "Продажи Jan" }, { header: "Отгрузка Jan" }] },
    });
    expect(periodsOf(list, "Отгрузка Jan")).toEqual(["Отгрузка Jan", "Отгрузка Feb"]);
    expect(periodsOf(amounts("Без НДС", "С НДС"), "С НДС Feb")).toEqual(["С НДС Jan", "С НДС Feb"]);
  });

  test("with the same numbers counts once, and nothing is asked", () => {
    expect(rolesOf({ ...months, "02.2025": other })).toEqual({
      Customer: "client",
      "Jan 2025": "period",
      "Feb 2025": "period",
    });
  });

  test("counts by the column that somebody named", () => {
    const list = listFrom({ ...months, "02.2025": money.map((x) => x + 1) });
    const { columns } = proposeMapping(list, [{ header: "02.2025", role: "period" }]);
    expect(columns.map(({ header }) => header)).toEqual(["Customer", "Jan 2025", "02.2025"]);
  });

  test("does not come back once the user has chosen", () => {
    const list = listFrom({ ...months, "02.2025": money.map((x) => x + 1) });
    const { mapping } = proposeReading(list).doubts[0].alternatives[1].choice;
    expect(keepMapping(list, mapping!)).toEqual(mapping);
  });

  test("of one header is known by the order of the columns", () => {
    const list = listOf([
      ["Customer", "Feb 2025", "Jan 2025", "Feb 2025"],
      ...english.map((name, i) => [name, money[i], other[i], i]),
    ]);
    expect(list.columns.map((column) => headerText(list, column))).toEqual([
      "Customer",
      "Feb 2025 (1)",
      "Jan 2025",
      "Feb 2025 (2)",
    ]);
    expect(proposeReading(list).doubts[0].alternatives.map(({ label }) => label)).toEqual([
      "Feb 2025 (1)",
      "Feb 2025 (2)",
    ]);
  });

  test("is none when only one of them is of money", () => {
    expect(rolesOf({ ...months, "Feb 2025, шт": same(3) })).toMatchObject({ "Feb 2025": "period" });
  });
});
