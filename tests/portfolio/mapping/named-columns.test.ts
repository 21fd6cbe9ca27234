import { namedColumns, withNamedColumns } from "../../../src/portfolio/mapping/named-columns";
import { listOf, mappingOf, problemOf } from "../lists";

const list = listOf([
  ["Client", "Net value", "Gross value", "B"],
  ["Aster", 10, 12, 1],
]);

test.each([
  ["Net value", "Net value"],
  ["net VALUE", "Net value"],
  ["C", "Gross value"],
  ["c", "Gross value"],
  ["B", "B"],
])("%s is the column %s", (column, header) => {
  expect(namedColumns(list, [{ role: "amount", column }])).toEqual([{ header, role: "amount" }]);
});

test("a column that the list does not have is told with those it has", () => {
  expect(problemOf(() => namedColumns(list, [{ role: "amount", column: "Nett" }]))).toEqual({
    kind: "unknownColumn",
    column: "Nett",
    headers: ["Client", "Net value", "Gross value", "B"],
  });
});

test("a single role is taken from the column that had it, the others stay", () => {
  const mapping = mappingOf({ Client: "client", "Net value": "amount", B: "cost" });
  expect(withNamedColumns(mapping, [{ header: "Gross value", role: "amount" }]).columns).toEqual([
    { header: "Client", role: "client" },
    { header: "B", role: "cost" },
    { header: "Gross value", role: "amount" },
  ]);
});
