import { findListsSteps } from "../../../src/portfolio/layout/find-lists";
import { finish } from "../../../src/portfolio/steps";
import { drawn, gridOf } from "./grid";

/** The last list of a drawn sheet: row of its header, headers, rows of its body. */
const lastList = (text: string) => {
  const list = finish(findListsSteps(gridOf(drawn(text)), new Set())).at(-1)!;
  return { top: list.top, headers: list.columns.map(({ header }) => header), rows: list.rowCount };
};

const filters = "Region | All \n Status | Posted \n Company | Demo Traders \n";

describe("filters above a list", () => {
  it("do not cut off the columns behind a blank one", () => {
    const list =
      "Client | 2023 | | 2024 | Total \n Ash | 5 | | 6 | 11 \n Birch | 7 | | 8 | 15 \n Cedar | 9 | | 1 | 10";
    expect(lastList(filters + list)).toEqual({
      top: 3,
      headers: ["Client", 2023, 2024, "Total"],
      rows: 3,
    });
  });

  it.each(["2023 | 2024 | 2025", "'202401 | '202402 | '202403"])(
    "are not the header of periods below a blank row: %s",
    (periods) => {
      const list = `\n | \n Client | ${periods} | Total \n Ash | 5000 | 6000 | 7000 | 18000 \n Birch | 7000 | 8000 | 1000 | 16000`;
      expect(lastList(filters + list)).toMatchObject({ top: 4, rows: 2 });
    },
  );

  it("do not take the band of years from the months below", () => {
    const list =
      "\n | \n | 2024 | \n Client | Jan | Feb \n Ash | 51000 | 61000 \n Birch | 71000 | 81000 \n Cedar | 91000 | 11000";
    expect(lastList(filters + list).headers).toEqual(["Client", "2024 Jan", "2024 Feb"]);
  });

  it.each(["Организация: | Торговый дом", "Region | All", "Manager | (All)"])(
    "right above a header without a client are none themselves: %s",
    (filter) => {
      const list = "| Sales \n Ash | 5 \n Birch | 7 \n Cedar | 9";
      expect(lastList(`${filter} \n ${list}`)).toEqual({ top: 1, headers: ["", "Sales"], rows: 3 });
    },
  );

  it("name no client column whose header is missing", () => {
    const list = "| Sales \n Ash | 5 \n Birch | 7 \n Cedar | 9";
    expect(lastList(`Отбор: | Вид операции \n Валюта: | руб. \n ${list}`).headers).toEqual(["", "Sales"]);
    expect(lastList(filters + list).headers).toEqual(["", "Sales"]);
  });
});

describe("a small table above a list", () => {
  const table = "Manager | Plan \n A | 120000 \n B | 90000 \n C | 75000 \n | \n";

  it("does not take a header of years and quarters for its own row", () => {
    const list =
      "Client | 2024 | 2024 | 2025 \n | Q1 | Q2 | Q1 \n Ash | 5 | 6 | 7 \n Birch | 8 | 9 | 1 \n Cedar | 2 | 3 | 4";
    expect(lastList(table + list).headers).toEqual(["Client", "2024 Q1", "2024 Q2", "2025 Q1"]);
  });

  it("does not take the band of a year over months and measures for its own row", () => {
    const list =
      "| 2024 | | | \n | Jan | | Feb | \n Client | Sales | Units | Sales | Units \n Ash | 5 | 1 | 6 | 2 \n Birch | 8 | 3 | 9 | 4";
    const { headers, rows } = lastList(table + list);
    expect(headers).toEqual(expect.arrayContaining(["Client", "2024 Jan Sales", "2024 Feb Sales"]));
    expect(rows).toBe(2);
  });

  it("does not take one year over months, beside a word or over more columns, for its own row", () => {
    const months = "| Jan | Feb | Mar \n Ash | 5 | 6 | 7 \n Birch | 8 | 9 | 1 \n Cedar | 2 | 3 | 4";
    const headers = ["Client", "2024 Jan", "2024 Feb", "2024 Mar"];
    for (const band of ["Client | 2024 | 2024 | 2024", "Client | 2024 | |"]) {
      expect(lastList(`${table}${band} \n ${months}`).headers).toEqual(headers);
    }
  });

  it("does not take months before the clients for its own row", () => {
    const list =
      "202401 | 202402 | 202403 | Client \n 5 | 6 | 7 | Ash \n 8 | 9 | 1 | Birch \n 2 | 3 | 4 | Cedar";
    expect(lastList(table + list)).toMatchObject({ headers: [202401, 202402, 202403, "Client"], rows: 3 });
  });
});

test("a blank column between two periods divides no list, wherever its clients stand", () => {
  const list =
    "Manager | Month 1 | | Month 2 | Client | Weight, kg \n A | 5 | | 6 | Ash | 71 \n B | 7 | | 8 | Birch | 56 \n C | 9 | | 1 | Cedar | 52";
  expect(lastList(list)).toMatchObject({
    top: 0,
    headers: ["Manager", "Month 1", "Month 2", "Client", "Weight, kg"],
  });
});

test("notes below a list that a blank column divides make no two lists of it", () => {
  const list =
    "Buyer | Jan | Feb | | Mar | Region \n Ash | 5 | 6 | | 7 | North \n Birch | 8 | 9 | | 1 | South \n Cedar | 2 | 3 | | 4 | North \n \n without returns | | | | | \n printed today | | | | |";
  expect(lastList(list)).toMatchObject({ top: 0, headers: ["Buyer", "Jan", "Feb", "Mar", "Region"] });
});
