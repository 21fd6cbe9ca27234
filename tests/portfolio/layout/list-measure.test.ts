import { areApart, isNearer, measureOf, measuresOf } from "../../../src/portfolio/layout/list-measure";

const kindsOf = (...texts: string[]) => texts.map((text) => measureOf(text)?.kind ?? null);
const apart = (first: string, second: string, haveSameClients = true) =>
  areApart(...measuresOf(first, second), () => haveSameClients);

describe("measureOf", () => {
  it("judges a title or the name of a sheet as a whole", () => {
    expect(kindsOf("Revenue (EUR)", "Sales orders", "Gross margin", "Volume (t)", "Credit notes")).toEqual([
      "revenue",
      "ordered",
      "profit",
      "quantity",
      "returns",
    ]);
    expect(
      kindsOf("Отгрузка, руб.", "Продажи, кг", "План 2025", "ПДЗ", "Дебиторская задолженность", "без НДС"),
    ).toEqual(["shipped", "quantity", "expected", "debt", "debt", "net"]);
  });

  it("tells nothing of names of people, places, products and months", () => {
    const names = [
      "North",
      "Иванов",
      "Филиал Омск",
      "Freight",
      "Services",
      "Sales North",
      "Март 2025",
      "Cost Plus Ltd",
    ];
    expect(kindsOf(...names)).toEqual(names.map(() => null));
  });
});

describe("areApart", () => {
  it("what nobody adds up", () => {
    expect(apart("Actual", "Budget")).toBe(true);
    expect(apart("Customers", "Prospects", false)).toBe(true);
    expect(apart("Продажи, руб.", "Продажи, кг")).toBe(true);
    expect(apart("EUR", "USD")).toBe(true);
    expect(apart("Omsk: sales", "Omsk: margin")).toBe(true);
  });

  it("the same sales in two words, where their clients are the same", () => {
    expect(apart("с НДС", "без НДС")).toBe(true);
    expect(apart("Orders", "Invoices")).toBe(true);
    expect(apart("Orders", "Invoices", false)).toBe(false);
  });

  it("groups of clients, products and periods belong together", () => {
    expect(apart("Freight", "Express")).toBe(false);
    expect(apart("Иванов", "Петров")).toBe(false);
    expect(apart("Sales", "Services")).toBe(false);
    expect(apart("Sales 2024", "Sales 2025")).toBe(false);
  });
});

describe("isNearer", () => {
  it("revenue before orders and payments, what happened before plans", () => {
    expect(isNearer("Volume", "Value")).toBe(true);
    expect(isNearer("Заказы", "Отгрузки")).toBe(true);
    expect(isNearer("План", "Факт")).toBe(true);
    expect(isNearer("с НДС", "без НДС")).toBe(true);
    expect(isNearer("Revenue", "Margin")).toBe(false);
    expect(isNearer("Иванов", "Продажи")).toBe(false);
  });
});
