import { defaultPolicy, readPortfolio, type ReadingChoices, type Role } from "../../../src/portfolio";
import { type Cell, listOf, mappingOf } from "../lists";

const rows: readonly (readonly Cell[])[] = [
  ["Acorn Ltd", "C1", 60],
  ["Birch", "C2", 30],
  ["Acorn Limited", "C3", 20],
  ["Cash sales", "C4", 10],
];

/** The clients with their amounts, as they are read with these decisions. */
function clientsBy(choices: ReadingChoices, roles: Readonly<Record<string, Role>> = { Code: "code" }) {
  const list = listOf([["Client", "Code", "Sales"], ...rows]);
  const mapping = { ...mappingOf({ Client: "client", ...roles, Sales: "amount" }), choices };
  const portfolio = readPortfolio(list, mapping, defaultPolicy, "2026-01-15");
  const clients = Object.fromEntries(portfolio.clients.map((name, i) => [name, portfolio.amounts[i]]));
  return { clients, total: portfolio.total, findings: portfolio.findings };
}

const same = [["Acorn Ltd", "Acorn Limited"]];

describe.each([["with codes", { Code: "code" }] as const, ["without codes", {}] as const])(
  "%s",
  (_, roles) => {
    test("names that are one client by the user's word are added up, under the first of them", () => {
      const { clients, findings } = clientsBy({ sameClients: same }, roles);
      expect(clients).toMatchObject({ "Acorn Ltd": 80, Birch: 30 });
      expect(clients).not.toHaveProperty("Acorn Limited");
      expect(findings.map(({ kind }) => kind)).not.toContain("repeatedClient");
    });

    test("a name that is no client by the user's word counts in the total only", () => {
      const { clients, total } = clientsBy({ notClients: ["Birch"] }, roles);
      expect(Object.keys(clients)).not.toContain("Birch");
      expect(Object.values(clients)).not.toContain(30);
      expect(total).toBe(120);
    });
  },
);

test("names that are likely one client are told as a list", () => {
  const { findings } = clientsBy({});
  expect(findings).toContainEqual(
    expect.objectContaining({ kind: "likelySame", names: ["Acorn Ltd", "Acorn Limited"], taken: 80 }),
  );
});
