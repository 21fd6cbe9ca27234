import { repeatedHeaderSteps } from "../../../src/portfolio/layout/repeated-headers";
import type { SourceList } from "../../../src/portfolio/list/source-list";
import { finish } from "../../../src/portfolio/steps";
import { drawn, gridOf } from "./grid";

const repeated = (headers: string[], body: string) => {
  const rows = drawn(body);
  const grid = gridOf(rows);
  const list: SourceList = {
    kind: "region",
    name: "Sheet",
    sheet: "Sheet",
    top: 0,
    left: 0,
    rowCount: rows.length,
    columns: headers.map((header, index) => ({
      index,
      header,
      headerFormat: "General",
      ...grid.column(index)!,
    })),
    decimalSeparator: ".",
  };
  return [...finish(repeatedHeaderSteps(list)).entries()].filter(([, is]) => is).map(([row]) => row);
};

describe("repeatedHeaders", () => {
  it("a year in a header is repeated by a number or by a text, also behind the words of a band", () => {
    const headers = ["Client", "Sales 2023", "Sales 2024"];
    expect(repeated(headers, "A | 1 | 2 \n Client | 2023 | 2024 \n B | 3 | 4")).toEqual([1]);
    expect(repeated(headers, "A | 1 | 2 \n CLIENT | sales 2023 | SALES 2024 \n B | 3 | 4")).toEqual([1]);
    expect(repeated(headers, "A | 1 | 2 \n Client | 2022 | 2025 \n B | 3 | 4")).toEqual([]);
  });

  it("rows with the header's texts are the header", () => {
    expect(
      repeated(["Client", "Manager", "Sales"], "A | X | 1 \n client | Manager | Sales \n B | Y | 2"),
    ).toEqual([1]);
  });

  it("titles and blank rows above a repeated header belong to it", () => {
    const body = "A | X | 1 \n | \n Branch: South | | \n Client | Manager | Sales \n B | Y | 2";
    expect(repeated(["Client", "Manager", "Sales"], body)).toEqual([2, 3]);
  });

  it("a header that was composed is repeated by its last part", () => {
    expect(
      repeated(["Client", "2024 Jan", "2024 Feb"], "A | 1 | 2 \n Client | Jan | Feb \n B | 3 | 4"),
    ).toEqual([1]);
  });

  it("a client is none, whatever it is called", () => {
    expect(repeated(["Client", "Sales"], "Client | 5 \n Sales | 6 \n Client Sales | 7")).toEqual([]);
  });
});
