import { asClient, asNoClient, decisionsOf, joined, without } from "../../../src/taskpane/state/decisions";

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
  ]);
  for (const decision of decisions) {
    const left = decisionsOf(without(choices, decision));
    expect(left).toEqual(decisions.filter((other) => other !== decision));
  }
  expect(decisions.reduce(without, choices)).toEqual({});
});
