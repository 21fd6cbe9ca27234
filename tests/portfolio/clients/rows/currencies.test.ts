import { defaultPolicy, type Mapping, readPortfolio, type SourceList } from "../../../../src/portfolio";
import { type Cell, listOf, mappingOf, problemOf } from "../../lists";

const plain = mappingOf({ Client: "client", Sales: "amount" });
const withColumn = mappingOf({ Client: "client", Currency: "currency", Sales: "amount" });

const names = ["Acorn", "Birch", "Cedar", "Dune"];
const signed = (...amounts: Cell[]) =>
  listOf([["Client", "Sales"], ...names.map((name, i) => [name, amounts[i]])]);
const coded = (...codes: Cell[]) =>
  listOf([["Client", "Currency", "Sales"], ...names.map((name, i) => [name, codes[i], 100 * (i + 1)])]);
/** Amounts whose formats show currencies. */
function formatted(codes: readonly (string | null)[], list = signed(100, 200, 300, 400)): SourceList {
  const columns = list.columns.map((column) =>
    column.header === "Sales" ? { ...column, formatCurrencies: codes } : column,
  );
  return { ...list, columns };
}

const read = (list: SourceList, mapping: Mapping) =>
  readPortfolio(list, mapping, defaultPolicy, "2026-01-31");

function asked(list: SourceList, mapping: Mapping): string[] {
  const problem = problemOf(() => read(list, mapping));
  if (problem.kind !== "doubtful") throw new Error(problem.kind);
  expect(problem.doubt).toMatchObject({ about: "currency", decided: false });
  return problem.doubt.alternatives.map(({ label }) => label);
}

describe("amounts of different currencies are never added up", () => {
  test.each<[string, SourceList, Mapping, string[]]>([
    ["signs in the cells", signed("$100", "200 ₽", "300 ₽", "€400"), plain, ["RUB", "EUR", "USD"]],
    ["a column of currencies", coded("USD", "руб.", "RUB", "руб"), withColumn, ["RUB", "USD"]],
    ["a column of currency numbers", coded(840, 643, 643, 840), withColumn, ["RUB", "USD"]],
    ["formats of the cells", formatted(["EUR", "USD", "EUR", null]), plain, ["EUR", "USD"]],
    [
      "a sign among formatted cells",
      formatted(["EUR", null, "EUR", "EUR"], signed(100, "$200", 300, 400)),
      plain,
      ["EUR", "USD"],
    ],
  ])("%s: a question", (_, list, mapping, currencies) => {
    expect(asked(list, mapping)).toEqual(currencies);
  });

  test.each<[string, SourceList, Mapping]>([
    ["one sign", signed("$100", "$200", "$300", "$400"), plain],
    ["one currency under two names", coded("RUB", "руб.", null, "₽"), withColumn],
    ["one currency by number and by code", coded(643, "RUB", "руб", null), withColumn],
    ["one format, and cells without", formatted(["EUR", null, "EUR", null]), plain],
    [
      "a blank cell that is formatted otherwise",
      formatted(["EUR", "USD", "EUR", "EUR"], signed(700, null, 300, 0)),
      plain,
    ],
  ])("%s: none", (_, list, mapping) => {
    expect(read(list, mapping).total).toBe(1000);
  });

  test("a column that is in one currency by its header beside that of the documents: none", () => {
    const headers = ["Client", "Currency", "Sales", "Sales in EUR"];
    const rows = names.map((name, i) => [name, i % 2 ? "USD" : "EUR", 110 * (i + 1), 100 * (i + 1)]);
    const roles = { Client: "client", Currency: "currency" } as const;
    const list = listOf([headers, ...rows]);
    expect(read(list, mappingOf({ ...roles, "Sales in EUR": "amount" })).total).toBe(1000);
    expect(asked(list, mappingOf({ ...roles, Sales: "amount" }))).toEqual(["EUR", "USD"]);
    const alone = listOf(
      [headers, ...rows].map(([client, currency, , amount]) => [client, currency, amount]),
    );
    expect(asked(alone, mappingOf({ ...roles, "Sales in EUR": "amount" }))).toEqual(["EUR", "USD"]);
  });

  test("the format of a total is no currency of the list", () => {
    const list = listOf([
      ["Client", "Sales"],
      ...names.map((name, i): Cell[] => [name, 100 * (i + 1)]),
      ["Total", 1000],
    ]);
    expect(read(formatted(["EUR", "EUR", "EUR", "EUR", "USD"], list), plain).total).toBe(1000);
  });

  test("the one that was chosen is taken, by whatever tells it", () => {
    const chosen = { ...plain, choices: { currency: "EUR" } };
    expect(read(formatted(["EUR", "USD", "EUR", "USD"]), chosen).total).toBe(400);
  });
});
