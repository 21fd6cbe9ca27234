import { parseMapping } from "../../../src/portfolio";
import { mappingOf, problemOf } from "../lists";

const good = mappingOf({ Client: "client", "2024-01": "period", "2024-02": "period" });

test("a mapping survives JSON", () => {
  expect(parseMapping(JSON.parse(JSON.stringify(good)))).toEqual(good);
});

test.each([
  [null, "", "null"],
  [[], "", "[]"],
  [{ ...good, version: 0 }, "version", "0"],
  [{ version: 1 }, "columns", "–"],
  [{ ...good, columns: [7] }, "columns[0]", "7"],
  [{ ...good, columns: [{ header: "", role: "client" }] }, "columns[0].header", '""'],
  [{ ...good, columns: [{ header: "A", role: "boss" }] }, "columns[0].role", '"boss"'],
  [{ ...good, columns: [{ header: "A", role: "toString" }] }, "columns[0].role", '"toString"'],
  [
    { ...good, columns: [...good.columns, { header: "Client", role: "manager" }] },
    "columns[3].header",
    '"Client"',
  ],
  [
    { ...good, columns: [...good.columns, { header: "Name", role: "client" }] },
    "columns[3].role",
    '"client"',
  ],
])("%j is refused with what is wrong", (json, path, found) => {
  expect(problemOf(() => parseMapping(json))).toMatchObject({ kind: "badMapping", path, found });
});

test("what a later version kept is called so", () => {
  expect(problemOf(() => parseMapping({ ...good, version: 2 }))).toEqual({
    kind: "newerVersion",
    what: "columns",
  });
});
