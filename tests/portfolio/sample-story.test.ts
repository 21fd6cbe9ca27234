import { firstActionsOf, isOverloaded, urgentActionOf } from "../../src/portfolio";
import { sampleList } from "../../src/portfolio/sample/sample-list";
import { sampleTextsOf } from "../../src/locales/sample-texts";
import { classified } from "../workbook/report/classified";
import type { Cell } from "../workbook-records";

describe.each(["en", "ru"] as const)("the invented sample tells a story (%s)", (language) => {
  const { columns, rows } = sampleList(sampleTextsOf[language]);
  const found = classified([columns.map(({ header }) => header), ...rows.map((row) => [...row])] as Cell[][]);
  const { portfolio, activity, lossMaking, reasons, statuses, managers, actions } = found;
  const clients = [...portfolio.clients.keys()];
  const nameOf = (client: number) => portfolio.clients[client];

  test("a key client that loses money, and is told to be put right, not to be invested in", () => {
    const losing = clients.filter((client) => reasons[client].length > 0 && lossMaking![client] === 1);
    expect(losing.length).toBeGreaterThan(0);
    for (const client of losing)
      expect([nameOf(client), actions[client]]).toEqual([
        nameOf(client),
        expect.arrayContaining(["lossMaking"]),
      ]);
  });

  test.each(["lost", "returned", "declining", "atRisk", "new"] as const)("somebody who is %s", (status) => {
    expect(clients.filter((client) => activity!.statuses[client] === status).length).toBeGreaterThan(0);
  });

  test("the one that declines still buys", () => {
    const declining = clients.filter((client) => activity!.statuses[client] === "declining");
    for (const client of declining) {
      expect([nameOf(client), activity!.silences[client] <= 1]).toEqual([nameOf(client), true]);
      expect(activity!.actual[client]).toBeLessThan(0.7 * activity!.expected[client]);
    }
  });

  test("a lost client that is worth winning back, with a reason that says how", () => {
    const lost = clients.filter((client) => urgentActionOf(found, client) === "lost");
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.some((client) => found.lossReasonKinds![client] === "terms")).toBe(true);
  });

  test("one manager with more key clients than can be looked after, and others without", () => {
    const overloaded = managers!.groups.filter(isOverloaded);
    expect(overloaded.length).toBeGreaterThan(0);
    expect(overloaded.length).toBeLessThan(managers!.groups.length);
  });

  test("a client that the company depends on, and one of each mark that makes a key client", () => {
    expect(clients.filter((client) => statuses[client] === "dependence")).toHaveLength(1);
    for (const reason of ["volume", "wellKnown", "partner", "demanding", "innovator"] as const) {
      expect([reason, clients.some((client) => reasons[client].includes(reason))]).toEqual([reason, true]);
    }
  });

  test("something to do first of every kind that has money at stake, and contacts", () => {
    const first = firstActionsOf(found).map(({ action }) => action);
    expect(first).toEqual(expect.arrayContaining(["lost", "atRisk", "lossMaking", "contact", "declining"]));
  });
});
