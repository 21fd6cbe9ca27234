import type { Finding } from "../../../src/portfolio";
import {
  asClient,
  asNoClient,
  decisionsOf,
  joined,
  notIgnored,
  withIgnored,
  without,
} from "../../../src/taskpane/state/decisions";

const textNumber: Finding = { kind: "textNumber", address: "Sales!B3", content: "1,5", taken: 1.5 };

test("a finding that is put aside is not listed any more, until something else stands there", () => {
  const choices = withIgnored(withIgnored({}, textNumber), textNumber);
  expect(choices.ignored).toHaveLength(1);
  const other = { ...textNumber, content: "2,5" };
  const elsewhere = { ...textNumber, address: "Sales!B4" };
  expect(notIgnored([textNumber, other, elsewhere], choices)).toEqual([other, elsewhere]);
  expect(notIgnored([textNumber], without(choices, { kind: "ignored", findings: 1 }))).toEqual([textNumber]);
});

test("what is missing from the results is listed whatever was put aside", () => {
  const error: Finding = { kind: "excelError", address: "Sales!B3", content: "#REF!" };
  expect(notIgnored([error], withIgnored({}, error))).toEqual([error]);
});

test("names that are joined with others bring those along", () => {
  const once = joined({}, ["Aster Ltd", "Aster Limited"]);
  const twice = joined(once, ["ASTER LTD", "Aster Inc"]);
  expect(twice).toEqual({ sameClients: [["Aster Ltd", "Aster Limited", "Aster Inc"]] });
});

test("groups of names that have nothing in common stay apart", () => {
  const choices = joined(joined({}, ["Aster", "Aster Ltd"]), ["Birch", "Birch Inc"]);
  expect(choices.sameClients).toHaveLength(2);
});

test("a client again is no decision, nor is none again", () => {
  expect(asClient(asNoClient({}, "Birch"), "birch")).toEqual({});
  expect(asNoClient(asClient({}, "Others"), "others")).toEqual({});
});

test("every decision can be taken back by itself", () => {
  const choices = {
    currency: "EUR",
    rates: { USD: 0.9 },
    dayFirst: false,
    level: 1,
    acceptTotal: true,
    sameClients: [["Aster", "Aster Ltd"]],
    notClients: ["Birch"],
    areClients: ["Others"],
    ignored: ["textNumber Sales!B3 1,5"],
  };
  const decisions = decisionsOf(choices);
  expect(decisions.map(({ kind }) => kind)).toEqual([
    "currency",
    "dayFirst",
    "level",
    "acceptTotal",
    "same",
    "notClient",
    "isClient",
    "ignored",
  ]);
  for (const decision of decisions) {
    const left = decisionsOf(without(choices, decision));
    expect(left).toEqual(decisions.filter((other) => other !== decision));
  }
  expect(decisions.reduce(without, choices)).toEqual({});
});
