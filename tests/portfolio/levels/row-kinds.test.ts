import { noLevels } from "../../../src/portfolio/levels/row-evidence";
import { type Row, namesOf, read, row } from "./rows";

describe("levels in one column", () => {
  test("goods below clients come back under every one of them: they are details", () => {
    const rows = [
      row("Альфа", 900),
      row("Болт", 540),
      row("Гайка", 360),
      row("Бета", 700),
      row("Болт", 420),
      row("Гайка", 280),
      row("Вега", 500),
      row("Болт", 300),
      row("Гайка", 200),
      row("Итого", 2100),
    ];
    const { clients, kinds, control } = read(rows);
    expect(clients).toEqual({ Альфа: 900, Бета: 700, Вега: 500 });
    expect(namesOf(rows, kinds, "total")).toEqual(["Итого"]);
    expect(control).toEqual({ row: 9, value: 2100 });
  });

  test("documents below clients are details, one document or several", () => {
    const rows = [
      row("Acorn", 900),
      row("Invoice 1001", 900),
      row("Birch", 700),
      row("Invoice 1002", 400),
      row("Invoice 1003", 300),
      row("Cedar", 50),
      row("Invoice 1004", 50),
    ];
    expect(read(rows).clients).toEqual({ Acorn: 900, Birch: 700, Cedar: 50 });
  });

  test("a header that names as many levels as the sums show is believed, also where a group has one client only", () => {
    const rows = [
      row("Кузнецов Д.А.", 60),
      row("Альфа", 20),
      row("Бета", 30),
      row("Вега", 10),
      row("Соколова Е.В.", 60),
      row("Гамма", 60),
    ];
    const clients = { Альфа: 20, Бета: 30, Вега: 10, Гамма: 60 };
    expect(read(rows, { headerTexts: ["Менеджер / Контрагент"] }).clients).toEqual(clients);
    expect(Object.keys(read(rows, { headerTexts: ["Контрагент"] }).clients)).toHaveLength(6);
  });

  test("people over clients whose exact sums they are by no chance are managers, also where only one has several", () => {
    const rows = [
      row("Петров С.И.", 221.83),
      row("Старая гавань", 221.83),
      row("Соколова Е.В.", 2379.78),
      row("ЗАО «Дальняя типография»", 429.77),
      row("Янтарная гавань, ЗАО", 452.93),
      row("ЗАО «Тихая аптека»", 1497.08),
    ];
    expect(Object.keys(read(rows).clients)).toHaveLength(4);
  });

  test("a first row that is the sum of all others to the cent is a level, or a question", () => {
    const below = [row("Bright Traders", 200.14), row("Maple Mills", 777.91), row("Iron Harbour", 1134.29)];
    expect(Object.keys(read([row("Emma Stone", 2112.34), ...below]).clients)).toHaveLength(3);
    expect(read([row("Demo Trading", 2112.34), ...below]).levels).toMatchObject({ decided: false });
    expect(
      read([row("Half of All", 60), row("Birch", 30), row("Cedar", 20), row("Dale", 10)]).levels,
    ).toMatchObject({ chosen: noLevels, decided: true });
  });

  test("managers above clients are groups, whatever clients happen to add up to", () => {
    const rows = [
      row("Иванова", 21000),
      row("Альфа", 9000),
      row("Вега", 5000),
      row("Дельта", 3000),
      row("Изумруд", 2000),
      row("Луч", 1200),
      row("Нива", 800),
      row("Петров", 16600),
      row("Бета", 7000),
      row("Гамма", 4000),
      row("Заря", 2500),
      row("Кедр", 1500),
      row("Маяк", 1000),
      row("Орион", 600),
      row("Итого", 37600),
    ];
    const { clients, kinds, groups, groupsOf, levels } = read(rows);
    expect(Object.keys(clients)).toHaveLength(12);
    expect(namesOf(rows, kinds, "group")).toEqual(["Иванова", "Петров"]);
    expect(groups.map(({ meaning }) => meaning)).toEqual(["manager"]);
    expect([groupsOf(1), groupsOf(13)]).toEqual([["Иванова"], ["Петров"]]);
    expect(levels).toMatchObject({ chosen: 1, decided: true });
  });

  test("headings without money that are called as groups or people are groups; called otherwise they are a question", () => {
    const rows = (first: string, second: string) => [
      row(first, null),
      row("Acorn Ltd", 9),
      row("Birch Inc", 8),
      row(second, null),
      row("Cedar LLC", 5),
      row("Dune AG", 7),
    ];
    const clients = { "Acorn Ltd": 9, "Birch Inc": 8, "Cedar LLC": 5, "Dune AG": 7 };
    expect(read(rows("Key accounts", "Dealers")).clients).toEqual(clients);
    expect(read(rows("Anna Smith", "Boris Reed")).clients).toEqual(clients);
    const { levels } = read(rows("Fjord AS", "Grove SA"));
    expect(levels).toMatchObject({ chosen: noLevels, decided: false });
    expect(levels!.candidates.map(({ level, clients: count }) => [level, count])).toContainEqual([1, 4]);
  });

  test("clients without money here and there are no headings", () => {
    const rows = [
      row("Acorn Ltd", null),
      row("Birch Inc", 8),
      row("Cedar LLC", null),
      row("Dune AG", null),
      row("Elm Co", 5),
      row("Fjord AS", 7),
    ];
    expect(Object.keys(read(rows).clients)).toHaveLength(6);
  });

  test("managers may stand below their clients", () => {
    const rows = [
      row("Acorn Ltd", 9),
      row("Birch Inc", 8),
      row("Anna", 17),
      row("Cedar LLC", 5),
      row("Dune AG", 7),
      row("Boris", 12),
      row("Total", 29),
    ];
    const { clients, kinds } = read(rows);
    expect(clients).toEqual({ "Acorn Ltd": 9, "Birch Inc": 8, "Cedar LLC": 5, "Dune AG": 7 });
    expect(namesOf(rows, kinds, "group")).toEqual(["Anna", "Boris"]);
  });

  test("folders that hold one another are groups; leading spaces tell the depth", () => {
    const rows = [
      row("Покупатели", 21),
      row("   Управляющий", 21),
      row("      Город", 21),
      row("         Альфа", 12),
      row("         Бета", 9),
      row("ИТОГО", 21),
    ];
    const { clients, kinds } = read(rows, { headerTexts: ["Сектор / Клиент"] });
    expect(clients).toEqual({ Альфа: 12, Бета: 9 });
    expect(namesOf(rows, kinds, "group")).toEqual(["Покупатели", "Управляющий", "Город"]);
  });

  test("the account of a turnover sheet is the whole", () => {
    const rows = [row("62", 21), row("Альфа", 12), row("Бета", 4), row("Вега", 5), row("Итого", 21)];
    const { clients, kinds } = read(rows);
    expect(clients).toEqual({ Альфа: 12, Бета: 4, Вега: 5 });
    expect(namesOf(rows, kinds, "total")).toEqual(["62", "Итого"]);
  });

  test("clients come back under several accounts and stay clients", () => {
    const rows = [
      row("62", 376),
      row("62.01", 300),
      row("Альфа", 200),
      row("Бета", 100),
      row("62.02", 76),
      row("Альфа", 50),
      row("Бета", 26),
      row("Итого", 376),
    ];
    expect(read(rows).clients).toEqual({ Альфа: 250, Бета: 126 });
  });

  test("a client closed by its total owns what stands between", () => {
    const rows = [
      row("Acorn Ltd", 9000),
      row("Birch Inc", null),
      row("   Kitchen remodel", 4200),
      row("   Garage", 2800),
      row("   Total Birch Inc", 7000),
      row("Cedar LLC", 5000),
      row("Dune AG", 4000),
      row("TOTAL", 25000),
    ];
    for (const flush of [false, true]) {
      const shown = flush ? rows.map((each) => ({ ...each, name: each.name.trim() })) : rows;
      const { clients, kinds, nameRow } = read(shown);
      expect(clients).toEqual({ "Acorn Ltd": 9000, "Birch Inc": 7000, "Cedar LLC": 5000, "Dune AG": 4000 });
      expect(namesOf(rows, kinds, "detail")).toEqual(["Kitchen remodel", "Garage"]);
      expect([kinds[4], nameRow[4]]).toEqual(["client", 1]);
    }
  });

  test("a client's own money beside that of its sub-customers is in its total once", () => {
    const rows = [
      row("Acorn Ltd", 9000),
      row("Birch Inc", 500),
      row("   Garage", 2500),
      row("Total for Birch Inc", 3000),
      row("Cedar LLC", 5000),
      row("TOTAL", 17000),
    ];
    expect(read(rows).clients).toEqual({ "Acorn Ltd": 9000, "Birch Inc": 3000, "Cedar LLC": 5000 });
  });

  test("headings without money, closed by a total below their clients, are groups", () => {
    const rows = [
      row("Anna", null),
      row("Acorn Ltd", 9),
      row("Birch Inc", 7),
      row("Anna Total", 16),
      row("Boris", null),
      row("Cedar LLC", 5),
      row("Boris Total", 5),
      row("Grand Total", 21),
    ];
    const { clients, kinds, groupsOf } = read(rows);
    expect(clients).toEqual({ "Acorn Ltd": 9, "Birch Inc": 7, "Cedar LLC": 5 });
    expect(namesOf(rows, kinds, "group")).toEqual(["Anna", "Boris"]);
    expect(groupsOf(2)).toEqual(["Anna"]);
  });

  test("a pivot's (blank) beside its groups is money without a client", () => {
    const rows = [
      { ...row("Anna", 16), indent: 0 },
      { ...row("Acorn Ltd", 9), indent: 1 },
      { ...row("Birch Inc", 7), indent: 1 },
      { ...row("(blank)", 3), indent: 0 },
      { ...row("Grand Total", 19), indent: 0 },
    ];
    const { clients, unnamed, control } = read(rows);
    expect(clients).toEqual({ "Acorn Ltd": 9, "Birch Inc": 7 });
    expect(unnamed).toBe(3);
    expect(control?.value).toBe(19);
  });

  test("indents need sums: a list that is set out for its looks is flat", () => {
    const rows = [
      { ...row("Acorn Ltd", 9000), indent: 0 },
      { ...row("Birch Inc", 7000), indent: 1 },
      { ...row("Cedar LLC", 5000), indent: 1 },
    ];
    expect(Object.keys(read(rows).clients)).toHaveLength(3);
  });

  test("bold clients in a flat list are clients", () => {
    const rows = [
      { ...row("Acorn Ltd", 9000), bold: true },
      { ...row("Birch Inc", 7000), bold: false },
      { ...row("Cedar LLC", 5000), bold: false },
    ];
    expect(Object.keys(read(rows).clients)).toHaveLength(3);
  });

  test("the name of a level below the header is a header", () => {
    const rows = [
      row("Номенклатура", null),
      row("Альфа", 10),
      row("Болт", 6),
      row("Гайка", 4),
      row("Бета", 5),
      row("Болт", 3),
      row("Гайка", 2),
      row("Итого", 15),
    ];
    const { kinds, clients } = read(rows, { headerTexts: ["Контрагент"] });
    expect(kinds[0]).toBe("header");
    expect(clients).toEqual({ Альфа: 10, Бета: 5 });
  });

  describe("two levels that are equally likely", () => {
    const rows = ["Альфа", "Бета", "Вега", "Гамма", "Дельта", "Заря"].flatMap((name, i): Row[] => [
      row(name, 100 + 10 * i),
      row(`${name} запад`, 60),
      row(`${name} восток`, 40 + 10 * i),
    ]);
    rows.push(row("Итого", 750));

    test("are a question, with what each would give", () => {
      const { levels } = read(rows);
      expect(levels?.decided).toBe(false);
      expect(levels?.candidates.map(({ level, clients, sum }) => [level, clients, sum]).sort()).toEqual([
        [0, 6, 750],
        [1, 12, 750],
      ]);
    });

    test("and the answer decides", () => {
      for (const [level, count] of [
        [0, 6],
        [1, 12],
      ]) {
        const { levels, clients } = read(rows, { level });
        expect(levels).toMatchObject({ chosen: level, decided: true });
        expect(Object.keys(clients)).toHaveLength(count);
      }
    });
  });
});

describe("coincidences in a flat list", () => {
  test("ties and halves are no levels", () => {
    const rows = [40, 20, 20, 5, 5, 5, 5].map((amount, i) => row(`Client ${i}`, amount));
    expect(Object.keys(read(rows).clients)).toHaveLength(7);
  });

  test("a first client that equals all the others stays a client, and the other reading is named", () => {
    const rows = [row("Acorn", 50), row("Birch", 20), row("Cedar", 20), row("Dune", 10)];
    const { clients, levels } = read(rows);
    expect(Object.keys(clients)).toHaveLength(4);
    expect(levels).toMatchObject({ chosen: noLevels, decided: true });
  });

  test("the list's own total says which it is", () => {
    const rows = [row("Acorn", 50), row("Birch", 20), row("Cedar", 20), row("Dune", 10)];
    expect(Object.keys(read([...rows, row("Total", 100)]).clients)).toHaveLength(4);
    expect(read([...rows, row("Total", 50)]).clients).toEqual({ Birch: 20, Cedar: 20, Dune: 10 });
  });

  test("a last row without a name states it too", () => {
    const rows = [row("Иванова", 90), row("Альфа", 50), row("Бета", 40), row("Петров", 30)];
    rows.push(row("Вега", 22), row("Гамма", 8), row("", 120));
    const { clients, kinds } = read(rows);
    expect(clients).toEqual({ Альфа: 50, Бета: 40, Вега: 22, Гамма: 8 });
    expect(kinds[6]).toBe("total");
  });

  test("and that some clients have lines below them and others have none", () => {
    const rows = [row("Альфа", 90), row("Болт", 50), row("Гайка", 40), row("Бета", 70)];
    rows.push(row("Вега", 60), row("Болт", 35), row("Гайка", 25));
    expect(read([...rows, row("Итого", 220)]).clients).toEqual({ Альфа: 90, Бета: 70, Вега: 60 });
    expect(Object.keys(read([...rows, row("Итого", 370)]).clients)).toHaveLength(5);
  });

  test("two such clients are asked about", () => {
    const rows = [30, 10, 20, 50, 25, 25].map((amount, i) => row(`Client ${"ABCDEF"[i]}`, amount));
    const { clients, levels } = read(rows);
    expect(Object.keys(clients)).toHaveLength(6);
    expect(levels).toMatchObject({ chosen: noLevels, decided: false });
    expect(Object.keys(read(rows, { level: 1 }).clients)).toHaveLength(4);
    expect(read(rows, { level: noLevels }).levels).toMatchObject({ chosen: noLevels, decided: true });
  });
});

describe("a client named on its first line only", () => {
  const lines = [
    row("Acorn Ltd", "Bolts", 54),
    row("", "Nuts", 36),
    row("Birch Inc", "Bolts", 42),
    row("", "Nuts", 28),
    row("", "Screws", 70),
  ];

  test("owns the lines below, also where one equals those above it", () => {
    const { clients, nameRow } = read(lines);
    expect(clients).toEqual({ "Acorn Ltd": 90, "Birch Inc": 140 });
    expect(Array.from(nameRow)).toEqual([0, 0, 2, 2, 2]);
  });

  test("subtotals and counts are no money", () => {
    const rows = [
      ...lines.slice(0, 2),
      row("Subtotal", "Sum", 90),
      row("", "Count", 2),
      ...lines.slice(2),
      row("Subtotal", "Sum", 140),
      row("", "Count", 3),
      row("Total", "Sum", 230),
      row("", "Count", 5),
    ];
    const { clients, kinds, control } = read(rows);
    expect(clients).toEqual({ "Acorn Ltd": 90, "Birch Inc": 140 });
    expect(kinds.filter((kind) => kind === "total")).toHaveLength(3);
    expect(kinds.filter((kind) => kind === "count")).toHaveLength(3);
    expect(control).toEqual({ row: 9, value: 230 });
  });

  test("a total that repeats the name is none of the client's lines", () => {
    const rows = [
      ...lines.slice(0, 2),
      row("Acorn Ltd Total", 90),
      ...lines.slice(2),
      row("Birch Inc Total", 140),
      row("Grand Total", 230),
    ];
    const { clients, kinds } = read(rows);
    expect(clients).toEqual({ "Acorn Ltd": 90, "Birch Inc": 140 });
    expect(namesOf(rows, kinds, "total")).toEqual(["Acorn Ltd Total", "Birch Inc Total", "Grand Total"]);
  });

  test("a single blank name in a flat list is money without a client", () => {
    const rows = [row("a", "x", 10), row("b", "y", 20), row("", "z", 5), row("c", "x", 7), row("d", "y", 9)];
    expect(read(rows)).toMatchObject({ clients: { a: 10, b: 20, c: 7, d: 9 }, unnamed: 5 });
  });

  test("blank names with nothing that tells the lines apart are money without a client", () => {
    const rows = [row("a", 10), row("", 20), row("b", 5), row("", 7)];
    expect(read(rows)).toMatchObject({ clients: { a: 10, b: 5 }, unnamed: 27 });
  });
});

describe("rows that are no clients", () => {
  test("others are money without a client, unless the user says otherwise", () => {
    const rows = [row("Альфа", 9), row("Прочие", 4), row("Розничный покупатель", 2)];
    expect(read(rows)).toMatchObject({ clients: { Альфа: 9 }, unnamed: 6 });
    expect(read(rows, { isClientByChoice: (name) => name === "Прочие" })).toMatchObject({
      clients: { Альфа: 9, Прочие: 4 },
      unnamed: 2,
    });
  });

  test("repeated headers and blank rows", () => {
    const rows = [row("a", 1), row("", null), row("Client", null), row("b", 2)];
    expect(read(rows, { headers: Uint8Array.from([0, 0, 1, 0]) }).kinds).toEqual([
      "client",
      "blank",
      "header",
      "client",
    ]);
  });

  test("an average beside a total is no client; a firm called Maximum is one", () => {
    const rows = [row("Maximum", 4), row("Acorn", 2), row("Birch", 6), row("Total", 12), row("Average", 4)];
    const { kinds } = read(rows);
    expect(kinds).toEqual(["client", "client", "client", "total", "count"]);
  });

  test("a total on top and firms called Total", () => {
    const rows = [
      row("Total", 21),
      row("Acorn", 9),
      row("TotalEnergies SE", 5),
      row("Total Logistics LLC", 3),
      row("Birch", 4),
    ];
    const { kinds, control } = read(rows);
    expect(kinds).toEqual(["total", "client", "client", "client", "client"]);
    expect(control).toEqual({ row: 0, value: 21 });
  });

  test("all clients together are a total on top", () => {
    const rows = [row("Все клиенты", 21), row("Acorn", 9), row("Birch", 7), row("Cedar", 5)];
    expect(read(rows).kinds).toEqual(["total", "client", "client", "client"]);
  });

  test("the sum of all others on top needs no name", () => {
    const clients = [row("Acorn", 9), row("Birch", 7), row("Cedar", 5)];
    expect(read([row("", 21), ...clients]).kinds).toEqual(["total", "client", "client", "client"]);
    expect(read([row("", 20), ...clients]).kinds[0]).toBe("unnamed");
    expect(read([row("", 9), row("Acorn", 9)]).kinds).toEqual(["unnamed", "client"]);
  });

  test("formulas below the rows they sum are totals, named or not", () => {
    const rows = [
      row("a", 1),
      row("b", 2),
      { ...row("North", 3), formula: true },
      row("c", 4),
      { ...row("", 7), formula: true },
    ];
    expect(read(rows).clients).toEqual({ a: 1, b: 2, c: 4 });
  });
});

describe("the total that a list states", () => {
  const clients = [row("a", 10), row("b", 20), row("c", 5)];
  test("is told although it disagrees", () => {
    expect(read([...clients, row("Итого", 40)]).control).toEqual({ row: 3, value: 40 });
  });
  test("is not that of a part", () => {
    expect(read([...clients, row("Итого по отделу", 35)]).control).toBeNull();
    expect(read(clients).control).toBeNull();
  });
  test("of several blocks is their sum", () => {
    const blocks = [...clients, row("Total", 35), row("d", 4), row("e", 3), row("Total", 7)];
    expect(read(blocks).control).toEqual({ row: 6, value: 42 });
  });
});

describe("levels in columns beside each other", () => {
  const group = (name: string, amount: number, ...before: string[]): Row => ({
    ...row("", amount),
    beside: [...before, name],
  });

  test("managers named left of the clients in rows with their sums are groups", () => {
    const rows = [
      group("Anna", 16),
      row("Acorn", 9),
      row("Birch", 7),
      group("Boris", 5),
      row("Cedar", 5),
      { ...group("Grand Total", 21), label: "Grand Total" },
    ];
    const { clients, kinds, groups, unnamed, control } = read(rows);
    expect(clients).toEqual({ Acorn: 9, Birch: 7, Cedar: 5 });
    expect(unnamed).toBe(0);
    expect(kinds).toEqual(["group", "client", "client", "group", "client", "total"]);
    expect([...groups[0].rowOf]).toEqual([-1, 0, 0, -1, 3, -1]);
    expect(control).toEqual({ row: 5, value: 21 });
  });

  test("groups may stand in several columns", () => {
    const rows = [
      group("East", 16),
      group("Anna", 16, ""),
      row("Acorn", 9),
      row("Birch", 7),
      group("West", 5),
      group("Boris", 5, ""),
      row("Cedar", 5),
    ];
    const { clients, groupsOf } = read(rows);
    expect(clients).toEqual({ Acorn: 9, Birch: 7, Cedar: 5 });
    expect(groupsOf(6)).toHaveLength(2);
  });

  test("goods named right of the clients that hold their sums are details", () => {
    const rows = [
      row("Альфа", 900),
      row("", 540, "Болт"),
      row("", 360, "Гайка"),
      row("Бета", 700),
      row("", 420, "Болт"),
      row("", 280, "Гайка"),
    ];
    expect(read(rows).clients).toEqual({ Альфа: 900, Бета: 700 });
  });

  test("jobs beside a client that a total closes are its details, and a client without jobs stays one", () => {
    const rows = [
      row("Acorn", 9),
      row("Birch", null),
      row("", 4, "Roof"),
      row("", 3, "Patio"),
      row("Total Birch", 7),
      row("Cedar", 5),
      row("TOTAL", 21),
    ];
    expect(read(rows).clients).toEqual({ Acorn: 9, Birch: 7, Cedar: 5 });
  });

  test("lines beside clients without money of their own are their money", () => {
    const rows = [
      row("Acorn", null),
      row("", 4, "Roof"),
      row("", 3, "Patio"),
      row("Birch", null),
      row("", 5, "Roof"),
      row("Cedar", 2),
    ];
    expect(read(rows).clients).toEqual({ Acorn: 7, Birch: 5, Cedar: 2 });
  });

  test("a client named on the first of its lines is filled down, also where its lines are equal", () => {
    const rows = [
      row("Acorn", 5, "P0"),
      row("", 5, "P1"),
      row("Birch", 4, "P0"),
      row("", 4, "P1"),
      row("Cedar", 3, "P0"),
      row("", 3, "P1"),
    ];
    expect(read(rows).clients).toEqual({ Acorn: 10, Birch: 8, Cedar: 6 });
  });

  test("one line without a name is the client's above where the list's own subtotal says so, and nobody's where none does", () => {
    const rows = [
      row("Acorn", 9, "P0"),
      row("Acorn Total", 9),
      row("Birch", 4, "P0"),
      row("", 3, "P1"),
      row("Birch Total", 7),
      row("Cedar", 5, "P0"),
      row("Cedar Total", 5),
    ];
    expect(read(rows).clients).toEqual({ Acorn: 9, Birch: 7, Cedar: 5 });
    const bare = rows.filter(({ name }) => !name.endsWith("Total"));
    expect(read(bare)).toMatchObject({ clients: { Acorn: 9, Birch: 4, Cedar: 5 }, unnamed: 3 });
  });

  test("money of a manager without a client stays money without a client", () => {
    const rows: Row[] = [
      { ...row("Acorn", 9), beside: ["Anna"] },
      group("Anna", 3),
      { ...row("Birch", 7), beside: ["Boris"] },
      { ...row("Cedar", 5), beside: ["Boris"] },
    ];
    const { clients, unnamed } = read(rows);
    expect(clients).toEqual({ Acorn: 9, Birch: 7, Cedar: 5 });
    expect(unnamed).toBe(3);
  });
});

test("of headings and the rows below them, those with a manager beside them are the clients", () => {
  const client = (name: string, amount: number): Row => ({ ...row(name, amount), manager: "Orlova" });
  const rows = [
    row("North", null),
    client("Alpha", 9),
    client("Beta", 7),
    row("Total North", 16),
    row("South", null),
    client("Gamma", 4),
    client("Delta", 3),
    row("Total South", 7),
    row("Grand total", 23),
  ];
  const { clients, levels } = read(rows);
  expect(clients).toEqual({ Alpha: 9, Beta: 7, Gamma: 4, Delta: 3 });
  expect(levels?.decided).toBe(true);
});

test.each(["Количество клиентов", "Максимум", "Средний чек", "Number of customers", "Average sales"])(
  "%s below the total is a measure, not money",
  (measure) => {
    const rows = [row("Alpha", 9), row("Beta", 7), row("Total", 16), row(measure, 12), row("Minimum", 7)];
    expect(read(rows).clients).toEqual({ Alpha: 9, Beta: 7 });
  },
);

test("clients that come back under months are the clients, and the months are groups", () => {
  const rows = [
    row("янв", 16),
    row("Альфа", 9),
    row("Бета", 7),
    row("фев", 15),
    row("Альфа", 8),
    row("Бета", 7),
    row("мар", 11),
    row("Альфа", 6),
    row("Бета", 5),
    row("Общий итог", 42),
  ];
  const { clients, levels } = read(rows);
  expect(clients).toEqual({ Альфа: 23, Бета: 19 });
  expect(levels?.decided).toBe(true);
});

test("an account above its clients is the whole where they show what is below them and it does not", () => {
  const rows: Row[] = [
    { ...row("62.01", 1600), indent: 0 },
    { ...row("Альфа", 900), indent: 0 },
    { ...row("Договор № 1", 900), indent: 1 },
    { ...row("Бета", 700), indent: 0 },
    { ...row("Договор № 2", 700), indent: 1 },
    row("Итого", 1600),
  ];
  expect(read(rows).clients).toEqual({ Альфа: 900, Бета: 700 });
});

test("two groups that hold most rows of a list without a total are a question", () => {
  const rows = [
    row("Альфа", 90.5),
    row("Сети", 60.75),
    row("Бета", 30.25),
    row("Гамма", 20.25),
    row("Вега", 10.25),
    row("Опт", 33.4),
    row("Заря", 11.1),
    row("Луч", 9.2),
    row("Нива", 13.1),
  ];
  expect(read(rows).levels).toMatchObject({ chosen: noLevels, decided: false });
});

describe("parents that a column beside the names calls so", () => {
  const rows = [
    row("Alpha Holding", 600.75, "Parent"),
    row("Alpha France", 100.5, "Subsidiary"),
    row("Alpha Italy", 500.25, "Subsidiary"),
    row("Beta Holding", 90.1, "Parent"),
    row("Beta Spain", 40, "Subsidiary"),
    row("Beta Ireland", 50.1, "Subsidiary"),
    row("Cedar", 70, "Single"),
    row("Dune", 35, "Single"),
  ];

  test("are groups where they are the sums of the rows below", () => {
    const { kinds, clients } = read(rows);
    expect(namesOf(rows, kinds, "group")).toEqual(["Alpha Holding", "Beta Holding"]);
    expect(Object.keys(clients)).toHaveLength(6);
  });

  test("are clients where one of them is no such sum", () => {
    const others = rows.map((each, i) => (i === 3 ? row("Beta Holding", 91, "Parent") : each));
    expect(Object.keys(read(others).clients)).toHaveLength(8);
  });
});

describe("notes between clients", () => {
  test("are no clients, unless money stands beside them", () => {
    const rows = [
      row("Acorn", 100),
      row("* new customer since June", null),
      row("Birch", 50),
      row("Note: credit expected", null),
      row("* Cedar", 20),
    ];
    expect(read(rows).clients).toEqual({ Acorn: 100, Birch: 50, "* Cedar": 20 });
  });
});
