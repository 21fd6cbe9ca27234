import * as fc from "fast-check";
import { ClientIndex, countsOf, foldedName, noFilter } from "../../../src/taskpane/results/client-index";
import { cardinalClassification, manyClients } from "../portfolios";

const classification = cardinalClassification();
const index = new ClientIndex(classification);
const names = (clients: readonly number[]) =>
  clients.map((client) => classification.portfolio.clients[client]);
const search = (query: string) => names(index.find({ ...noFilter, query }, "share"));

describe("finding clients", () => {
  test("everybody stands in the list, the largest first, until something is asked", () => {
    expect(search("")).toEqual([
      "Cardinal Mills",
      "Juniper Works",
      "Harbour Foods",
      "Елена и Ко",
      "Élan Café",
    ]);
    expect(search("   ")).toHaveLength(5);
  });

  test("a part of the name will do, in any case, without accents, е for ё", () => {
    expect(search("MILL")).toEqual(["Cardinal Mills"]);
    expect(search("elan cafe")).toEqual(["Élan Café"]);
    expect(search("ЁЛЕНА")).toEqual(["Елена и Ко"]);
    expect(search("nobody")).toEqual([]);
  });

  test("й is not и", () => {
    expect(foldedName("Йод")).toBe("йод");
    expect(foldedName("Ёлка")).toBe("елка");
  });

  test("classes of one kind widen the choice, those of another narrow it", () => {
    const find = (filter: Partial<typeof noFilter>) => names(index.find({ ...noFilter, ...filter }, "share"));
    expect(find({ statuses: ["mono"] })).toEqual(["Cardinal Mills"]);
    expect(find({ statuses: ["mono", "dependence"] })).toEqual(["Cardinal Mills", "Juniper Works"]);
    expect(find({ statuses: ["mono", "dependence"], quadrants: ["development"] })).toEqual(["Juniper Works"]);
    expect(find({ activity: ["lost"] })).toEqual(["Елена и Ко"]);
    expect(find({ query: "e", xyz: ["Z"] })).toEqual(["Élan Café"]);
  });

  test("a client without a quadrant is in none", () => {
    const all = ["key", "development", "maintenance", "opportunistic"] as const;
    expect(names(index.find({ ...noFilter, quadrants: all }, "share"))).not.toContain("Élan Café");
  });

  test("orders: by name, and by status with the larger first", () => {
    expect(names(index.find(noFilter, "name"))).toEqual([
      "Cardinal Mills",
      "Élan Café",
      "Harbour Foods",
      "Juniper Works",
      "Елена и Ко",
    ]);
    expect(names(index.find(noFilter, "status"))[0]).toBe("Cardinal Mills");
  });

  test("every order holds every client once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const many = new ClientIndex(manyClients(count));
        for (const order of ["share", "name", "status"] as const) {
          expect(Array.from(many.order(order)).sort((a, b) => a - b)).toEqual(
            Array.from({ length: count }, (_, i) => i),
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  test("suggestions begin with the query first, and leave out who is picked", () => {
    expect(names(index.suggest("e", 6, new Set()))).toEqual(["Élan Café", "Juniper Works"]);
    expect(names(index.suggest("ar", 6, new Set()))).toEqual(["Cardinal Mills", "Harbour Foods"]);
    expect(names(index.suggest("har", 6, new Set()))).toEqual(["Harbour Foods"]);
    expect(index.suggest("har", 6, new Set([2]))).toEqual([]);
    expect(index.suggest(" ", 6, new Set())).toEqual([]);
    expect(index.suggest("a", 1, new Set())).toHaveLength(1);
  });

  test("classes are counted without those who have none", () => {
    expect(countsOf(["A", null, "A", "B"])).toEqual(
      new Map([
        ["A", 2],
        ["B", 1],
      ]),
    );
  });
});
