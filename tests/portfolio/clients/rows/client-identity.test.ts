import fc from "fast-check";
import { identityOf } from "../../../../src/portfolio";
import { identify } from "../../../../src/portfolio/clients/rows/client-identity";

test.each([
  ["ООО «Ромашка»", "  ооо\u00a0«РОМАШКА» "],
  ["Acme Ltd", "ACME\u2009 ltd"],
  ["Acme", "Ac\u200bme"],
  ["Café", "Cafe\u0301"],
])("%j and %j are one client", (one, other) => {
  expect(identityOf(one)).toBe(identityOf(other));
});

test.each([
  ["Ромашка", "Ромашка 2"],
  ["Acme", "Acme Ltd"],
  ["АО Вега", "ООО Вега"],
])("%j and %j are two", (one, other) => {
  expect(identityOf(one)).not.toBe(identityOf(other));
});

test.each(["", "  ", "\u00a0", "—", "-", "...", "(blank)", "(пусто)"])("%j names nobody", (name) => {
  expect(identityOf(name)).toBe("");
});

const clientsOf = (rows: readonly (readonly [name: string, group?: string])[]) => {
  const { rowName, nameClient, clients } = identify(rows.length, {
    nameOf: (row) => rows[row][0],
    groupOf: (row) => rows[row][1] ?? "",
  });
  return [...rowName].map((name) => (name < 0 ? null : clients[nameClient[name]]));
};

describe("parent groups", () => {
  test("all rows of a group are one client under the group's name", () => {
    expect(clientsOf([["Север", "Холдинг А"], ["Юг", "холдинг а "], ["Запад"]])).toEqual([
      "Холдинг А",
      "Холдинг А",
      "Запад",
    ]);
  });

  test("the parent's own row belongs to its group", () => {
    expect(clientsOf([["Север", "Вега"], ["Вега"], ["Юг", "Вега"]])).toEqual(["Вега", "Вега", "Вега"]);
  });

  test("parents of parents join too", () => {
    expect(
      clientsOf([
        ["a", "b"],
        ["b", "c"],
        ["d", "c"],
      ]),
    ).toEqual(["c", "c", "c"]);
  });

  test("rows of one name follow the group that one of them names", () => {
    expect(clientsOf([["Север"], ["Север", "Вега"], ["Юг", "Вега"]])).toEqual(["Вега", "Вега", "Вега"]);
  });

  test("of two groups that a client's rows name, the first counts and the two stay apart", () => {
    expect(
      clientsOf([
        ["a", "G"],
        ["a", "H"],
        ["b", "H"],
        ["c", "G"],
      ]),
    ).toEqual(["G", "G", "H", "G"]);
  });

  test("parents that name each other are one client, in any order of the rows", () => {
    expect(
      clientsOf([
        ["a", "b"],
        ["b", "a"],
        ["c", "a"],
      ]),
    ).toEqual(["a", "a", "a"]);
    expect(
      clientsOf([
        ["c", "a"],
        ["b", "a"],
        ["a", "b"],
      ]),
    ).toEqual(["a", "a", "a"]);
  });

  test("a mark for no group joins nobody", () => {
    expect(
      clientsOf([
        ["a", "-"],
        ["b", "-"],
        ["c", "нет"],
        ["d", "нет"],
        ["e", "0"],
      ]),
    ).toEqual(["a", "b", "c", "d", "e"]);
  });
});

describe("codes", () => {
  const coded = (rows: readonly (readonly [name: string, code: string, group?: string])[]) => {
    const { rowName, nameClient, clients, codes } = identify(rows.length, {
      nameOf: (row) => rows[row][0],
      codeOf: (row) => rows[row][1],
      groupOf: (row) => rows[row][2] ?? "",
    });
    return { rows: [...rowName].map((name) => (name < 0 ? null : clients[nameClient[name]])), codes };
  };

  test("one code in two spellings is one client under the first", () => {
    const { rows, codes } = coded([
      ["Birch Inc", "7"],
      ["BIRCH Incorporated", "7"],
      ["Cedar", "8"],
    ]);
    expect(rows).toEqual(["Birch Inc", "Birch Inc", "Cedar"]);
    expect(codes).toEqual(["7", "8"]);
  });

  test("two codes of one name are two clients, with the code behind the name", () => {
    expect(
      coded([
        ["Вега", "К-1"],
        ["Вега", "К-2"],
        ["Гамма", "К-3"],
      ]).rows,
    ).toEqual(["Вега (К-1)", "Вега (К-2)", "Гамма"]);
  });

  test("a row without a code belongs to the client of its name, one without a name to that of its code", () => {
    expect(
      coded([
        ["Вега", "1"],
        ["вега", ""],
        ["", "1"],
        ["", "2"],
      ]).rows,
    ).toEqual(["Вега", "Вега", "Вега", "2"]);
  });

  test("a code is never taken for a name", () => {
    expect(
      coded([
        ["7", ""],
        ["Birch", "7"],
      ]).rows,
    ).toEqual(["7", "Birch"]);
  });

  test("a parent group called by its name joins its own row too", () => {
    expect(
      coded([
        ["Север", "1", "Вега"],
        ["Вега", "2"],
      ]).rows,
    ).toEqual(["Вега", "Вега"]);
  });
});

test("without groups, clients are the names in order of their first rows", () => {
  const names = fc.array(
    fc.constantFrom("Acme", "ACME", " acme ", "Birch", "—", "(blank)", "Cedar", "ＣＥＤＡＲ"),
  );
  fc.assert(
    fc.property(names, (rows) => {
      const alone = identify(rows.length, { nameOf: (row) => rows[row] });
      const noGroups = identify(rows.length, { nameOf: (row) => rows[row], groupOf: () => "нет" });
      // The same with codes that nobody has.
      const noCodes = identify(rows.length, { nameOf: (row) => rows[row], codeOf: () => "" });
      const keys = rows.map(identityOf).filter((key) => key !== "");
      expect(alone.clients.map(identityOf)).toEqual([...new Set(keys)]);
      expect([...alone.nameClient]).toEqual(alone.clients.map((_, name) => name));
      expect(noGroups).toEqual(alone);
      expect({ ...noCodes, codes: null }).toEqual(alone);
    }),
    { seed: 20261126 },
  );
});
