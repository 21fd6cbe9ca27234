import { figureRows } from "../../../src/portfolio/levels/figure-rows";
import { figureName } from "../../../src/portfolio/levels/names/figure-names";
import { partRows } from "../../../src/portfolio/levels/part-rows";

type Row = [name: string, amount: number];

const evidenceOf = (rows: readonly Row[]) => ({
  rowCount: rows.length,
  nameOf: (row: number) => rows[row][0],
  amount: Float64Array.from(rows, ([, amount]) => amount),
  isDescribed: () => false,
});
const figuresOf = (rows: readonly Row[]) => [...figureRows(evidenceOf(rows))].sort((a, b) => a - b);
const partsOf = (rows: readonly Row[]) => [...partRows(evidenceOf(rows))].sort((a, b) => a - b);

const clients: Row[] = [
  ["Acorn Ltd", 500],
  ["Birch GmbH", 300],
  ["Cedar Foods", 200],
];

describe("names of figures", () => {
  test.each(["НДС 20%", "Прошлый год", "План на месяц", "Средний чек", "Кол-во клиентов", "% выполнения плана", "Last year", "Gross profit", "Target 2026"])("%s is no client's", (name) => expect(figureName(name)).toBe("certain")); // prettier-ignore
  test.each(["ООО «План»", "Target Street Deli", "Last Year's Wines Ltd", "НДС Консалт", "Средний Урал, ООО", "Profit Partners LLC", "Контроль качества, АНО"])("%s is a client's", (name) => expect(figureName(name)).toBeNull()); // prettier-ignore
});

describe("rows that state a figure of the list", () => {
  test.each(["План", "Average", "Прибыль", "Last year"])("%s is one at its foot", (name) => {
    expect(figuresOf([...clients, [name, 90]])).toEqual([3]);
  });

  test("a company's name is one only where it is larger than every client", () => {
    expect(figuresOf([...clients, ["Target", 1200]])).toEqual([3]);
    expect(figuresOf([...clients, ["Target", 90]])).toEqual([]);
  });

  test("a name that a client may have is none amid the clients, unless it stands below each of them", () => {
    expect(figuresOf([clients[0], ["Margin", 90], ...clients.slice(1)])).toEqual([]);
    expect(figuresOf(clients.flatMap((client): Row[] => [client, ["План", 90]]))).toEqual([1, 3, 5]);
  });

  test("stands beside the total as well", () => {
    expect(figuresOf([...clients, ["Total", 1000], ["VAT 20%", 200], ["Plan", 1100]])).toEqual([4, 5]);
  });
});

describe("rows that say a part of the client above", () => {
  test.each([
    "в т.ч. филиал Омск",
    "в том числе: Омск",
    "из них запчасти",
    "*в т.ч. экспорт",
    "включая доставку",
    "of which Service",
    "thereof parts",
    "incl. freight",
  ])("%s", (name) => {
    // prettier-ignore
    expect(partsOf([clients[0], [name, 120], ...clients.slice(1)])).toEqual([1]);
  });

  test("the next part may stand in below the first", () => {
    expect(partsOf([clients[0], ["в т.ч. Омск", 120], ["       Томск", 80], clients[1]])).toEqual([1, 2]);
  });

  test("below a name without money they are all that there is of it", () => {
    expect(partsOf([["Acorn Ltd", 0], ["of which Oslo", 300], ["of which Bergen", 200], clients[1]])).toEqual([]); // prettier-ignore
  });

  test("those with a mark alone are parts where they are less than the client", () => {
    const marked: Row[] = [
      ["• Parts", 100],
      ["• Service", 150],
    ];
    expect(partsOf([clients[0], ...marked, ...clients.slice(1)])).toEqual([1, 2]);
    expect(partsOf([["North", 250], ...marked, ...clients])).toEqual([]);
    expect(partsOf(clients.map(([name, amount]) => [`- ${name}`, amount]))).toEqual([]);
  });

  test("a client's name may begin like one", () => {
    expect(partsOf([clients[0], ["Включаемся, ООО", 100], ["Inclusion Ltd", 80]])).toEqual([]); // prettier-ignore
  });
});
