import fc from "fast-check";
import type { RowKind } from "../../../src/portfolio/levels/row-evidence";
import { type Row, read } from "./rows";

const russian = {
  managers: ["Иванова", "Петров", "Сидорова", "Кузнецов", "Смирнова"],
  client: (i: number) => `ООО "${["Альфа", "Бета", "Вега", "Гамма"][i % 4]} ${"абвгдежзик"[i % 10]}${i}"`,
  goods: ["Болт М8", "Гайка М8", "Шайба 10", "Доставка", "Товар 5"],
  total: "Итого",
};
const english: typeof russian = {
  managers: ["Anna", "Boris", "Carol", "David", "Emma"],
  client: (i) => `${["Acorn", "Birch", "Cedar", "Dune"][i % 4]} ${"abcdefghij"[i % 10]}${i} Ltd`,
  goods: ["Bolt M8", "Nut M8", "Item 10", "Delivery 2", "Service"],
  total: "Total",
};

/** Amounts in cents that do not come out alike by chance. */
const cents = fc.integer({ min: 1_000, max: 99_999_999 }).map((amount) => amount / 100);
const goodsOfClients = fc.array(fc.array(cents, { minLength: 1, maxLength: 4 }), {
  minLength: 2,
  maxLength: 6,
});

interface Made {
  rows: Row[];
  kinds: RowKind[];
}

interface Shape {
  words: typeof russian;
  withManagers: boolean;
  withGoods: boolean;
  below: boolean;
  dress: "indent" | "spaces" | "none";
  hasTotal: boolean;
}

const shapes: fc.Arbitrary<Shape> = fc
  .record({
    words: fc.constantFrom(russian, english),
    withManagers: fc.boolean(),
    withGoods: fc.boolean(),
    below: fc.boolean(),
    dress: fc.constantFrom("indent", "spaces", "none"),
    hasTotal: fc.boolean(),
  })
  // Indents show what stands below the row above, not what adds up to the row below.
  .filter(
    ({ withManagers, withGoods, below, dress }) =>
      (withManagers || withGoods) && !(below && dress !== "none"),
  );

/** A list with levels: managers, clients, goods, as an accounting program writes it. */
function treeOf(
  managers: readonly (readonly (readonly number[])[])[],
  { words, withManagers, withGoods, below, dress, hasTotal }: Shape,
): Made {
  const made: Made = { rows: [], kinds: [] };
  const put = (name: string, depth: number, amount: number, kind: RowKind) => {
    const spaces = dress === "spaces" ? " ".repeat(4 * depth) : "";
    const indent = dress === "indent" ? { indent: depth } : {};
    made.rows.push({ name: spaces + name, amounts: [amount], ...indent });
    made.kinds.push(kind);
  };
  const sum = (amounts: readonly number[]) => Math.round(100 * amounts.reduce((a, b) => a + b, 0)) / 100;
  const withSum = (own: () => void, under: () => void) =>
    (below ? [under, own] : [own, under]).forEach((f) => f());
  let client = 0;
  managers.forEach((clients, m) => {
    const top = withManagers ? 1 : 0;
    const putClients = () =>
      clients.forEach((goods) => {
        const name = words.client(client++);
        withSum(
          () => put(name, top, sum(goods), "client"),
          () => {
            if (withGoods) goods.forEach((amount, g) => put(words.goods[g], top + 1, amount, "detail"));
          },
        );
      });
    if (!withManagers) putClients();
    else withSum(() => put(words.managers[m], 0, sum(clients.flat()), "group"), putClients);
  });
  if (hasTotal) put(words.total, 0, sum(managers.flat(2)), "total");
  return made;
}

test("rows of a list with levels come back as what they were made", () => {
  const managers = fc.array(goodsOfClients, { minLength: 3, maxLength: 5 });
  fc.assert(
    fc.property(managers, shapes, (amounts, shape) => {
      const { rows, kinds } = treeOf(amounts, shape);
      const result = read(rows);
      expect(result.kinds).toEqual(kinds);
      const whole = amounts.flat(2).reduce((a, b) => a + b, 0);
      expect(Object.values(result.clients).reduce((a, b) => a + b, 0)).toBeCloseTo(whole, 4);
      expect(result.levels).toMatchObject({ decided: true });
    }),
  );
});

test("a flat list of any amounts is never given levels", () => {
  const amounts = fc.array(fc.tuple(cents, cents), { minLength: 1, maxLength: 60 });
  const dress = fc.constantFrom(russian, english);
  fc.assert(
    fc.property(amounts, dress, fc.boolean(), fc.boolean(), (list, words, hasTotal, sorted) => {
      const values = list.map(([amount]) => amount);
      if (sorted) values.sort((a, b) => b - a);
      const rows: Row[] = values.map((amount, i) => ({ name: words.client(i), amounts: [amount] }));
      if (hasTotal) rows.push({ name: words.total, amounts: [values.reduce((a, b) => a + b, 0)] });
      const { kinds, groups } = read(rows);
      expect(kinds.filter((kind) => kind !== "client")).toEqual(hasTotal ? ["total"] : []);
      expect(groups).toEqual([]);
    }),
  );
});

test("ties, zeros, returns and one client equal to others leave a flat list flat", () => {
  const round = fc.array(fc.constantFrom(0, 5, 10, 20, 20, 40, -5, 100), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(round, fc.array(cents, { minLength: 3, maxLength: 20 }), fc.boolean(), (few, many, first) => {
      const values = first ? [...few, ...many] : [...many, ...few];
      // The sum of two others stands in the list as well.
      values.splice(2, 0, many[0] + many[1]);
      const rows: Row[] = values.map((amount, i) => ({
        name: `Client ${"abcdefghijklmnopqrstuvwxyzäöüß"[i]}`,
        amounts: [amount],
      }));
      rows.push({ name: "Total", amounts: [values.reduce((a, b) => a + b, 0)] });
      const { kinds, groups } = read(rows);
      expect(groups).toEqual([]);
      expect(kinds.slice(0, -1).every((kind) => kind === "client")).toBe(true);
    }),
  );
});

test("a list of the same lines, each named or filled down, gives the same clients", () => {
  const lines = fc.array(fc.array(cents, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(lines, fc.boolean(), (clients, withTotals) => {
      const make = (filled: boolean) =>
        clients.flatMap((amounts, i) => {
          const own: Row[] = amounts.map((amount, line) => ({
            name: filled || line === 0 ? english.client(i) : "",
            amounts: [amount],
            label: `Product ${line}`,
          }));
          const total = { name: `${english.client(i)} Total`, amounts: [amounts.reduce((a, b) => a + b, 0)] };
          return withTotals ? [...own, total] : own;
        });
      expect(read(make(false)).clients).toEqual(read(make(true)).clients);
      expect(Object.keys(read(make(false)).clients)).toHaveLength(clients.length);
    }),
  );
});

test("clients alone have a row that names them, and blank rows hold no money, whatever the list", () => {
  const names = fc.constantFrom("Acorn", "Birch", "Cedar", "", "Others", "Total", "Anna", "(blank)");
  const rows = fc.array(
    fc.record({
      name: names,
      amount: fc.integer({ min: -20, max: 50 }),
      indent: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 15 },
  );
  fc.assert(
    fc.property(rows, (list) => {
      const { kinds, nameRow } = read(
        list.map(({ name, amount, indent }) => ({ name, amounts: [amount], indent })),
      );
      kinds.forEach((kind, at) => {
        expect(nameRow[at] >= 0).toBe(kind === "client");
        if (kind === "blank") expect(list[at].amount).toBe(0);
      });
    }),
  );
});
