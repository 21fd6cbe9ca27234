/** Shares and scores that carry their format: a setting of the workbook, plain numbers without it, and where Excel cannot. */
import { defaultPolicy } from "../../src/portfolio";
import { sheetOf } from "../workbook-records";
import { openBuiltAddIn, type BuiltAddIn } from "./built-add-in";
import { call } from "./call";

const sheet = sheetOf("Sheet1", [
  [100, 7, 8, 10, 20, 30],
  [300, 9, 4, 40, 41, 42],
]);
const settings = { "keyfolio.policy": { ...defaultPolicy, formulaFormats: true } };
const formulas = ["=KAM.KEYSHARE(A1:A2)", "=KAM.SCORE(B1:C2)", "=KAM.CONCENTRATION(A1:A2)"];

let addIn: BuiltAddIn;
afterEach(() => addIn.close());

async function shown(cells: readonly (readonly [string, string])[], address: string): Promise<string[][]> {
  return addIn.run(async (context) => {
    const own = context.workbook.worksheets.getItem("Sheet1");
    for (const [at, formula] of cells) own.getRange(at).formulas = [[formula]];
    await context.sync();
    const range = own.getRange(address).load("text");
    await context.sync();
    return range.text;
  });
}
const side = ["H1", "I1", "J1"].map((at, index) => [at, formulas[index]] as const);

test("by default they are plain numbers", async () => {
  addIn = await openBuiltAddIn("en-US", "", [sheet]);
  expect(await shown(side, "H1:I2")).toEqual([
    ["0.25", "7.5"],
    ["0.75", "6.5"],
  ]);
});

test("with the setting a share is shown in per cent and a score with one decimal, other figures as they are", async () => {
  addIn = await openBuiltAddIn("en-US", "", [sheet], { settings });
  expect(await shown(side, "H1:K2")).toEqual([
    ["25.0%", "7.5", "HHI (0–10,000)", "6250"],
    ["75.0%", "6.5", "Effective clients", "1.6"],
  ]);
  expect(await shown([["H1", "=KAM.KEYSHARE(100,A1:A2)"]], "H1")).toEqual([["25.0%"]]);
});

test("in Russian per cent stands apart from its number", async () => {
  addIn = await openBuiltAddIn("ru-RU", "", [sheet], { settings });
  expect(await shown(side, "H1:I1")).toEqual([
    [expect.stringMatching(/^25[.,]0\u00a0%$/), expect.anything()],
  ]);
});

test("an Excel that cannot show them gets plain numbers", async () => {
  addIn = await openBuiltAddIn("en-US", "", [sheet], { settings, apiLevel: "1.15" });
  expect(await shown(side, "H1:I1")).toEqual([["0.25", "7.5"]]);
});

test("formulas over such cells give what they give over plain numbers", async () => {
  addIn = await openBuiltAddIn("en-US", "", [sheet], { settings });
  const over = [
    ["H1", "=KAM.KEYSHARE(A1:A2)"],
    ["I1", "=KAM.KEYSTATUS(H1:H2)"],
    ["J1", "=KAM.KEYSHARE(H1:H2)"],
    ["K1", "=KAM.KEYSTATUS(KAM.KEYSHARE(A1:A2))"],
    ["L1", "=KAM.KEYSTATUS(H2,10%,H1,H2)"],
    ["M1", "=SUM(H1:H2)"],
  ] as const;
  expect(await shown(over, "H1:M2")).toEqual([
    ["25.0%", "Dependence", "25.0%", "Dependence", "Mono-client", "1"],
    ["75.0%", "Mono-client", "75.0%", "Mono-client", "", ""],
  ]);
});

describe("whatever dress a value arrives in", () => {
  beforeAll(async () => (addIn = await openBuiltAddIn("en-US")));
  const typed = (basicValue: unknown, more: object) => ({ basicValue, ...more });

  test("its plain value counts", () => {
    const column = [
      [typed(100, { type: "FormattedNumber", basicType: "Double", numberFormat: "$0" })],
      [typed(300, { type: "Double", basicType: "Double", properties: {} })],
      [typed("", { type: "Empty", basicType: "Empty" })],
    ];
    expect(call("KEYSHARE", [column])).toEqual([[0.25], [0.75], [0]]);
    const groups = [[typed("North", { type: "String", basicType: "String" })], ["North"], ["North"]];
    expect(call("KEYSHARE", [column, null, groups])).toEqual([[0.25], [0.75], [0]]);
  });

  test("what has no plain value is the error that it stands for, with its place", () => {
    const entity = typed("#VALUE!", { type: "Entity", basicType: "Error", text: "Aster" });
    const error = typed("#N/A", { type: "Error", basicType: "Error", errorType: "NotAvailable" });
    expect(call("KEYSTATUS", [[[0.5], [entity], [error]]])).toEqual([
      ["Mono-client"],
      [{ error: "#VALUE!", message: expect.stringMatching(/row 2.*#VALUE!/) }],
      [{ error: "#VALUE!", message: expect.stringMatching(/row 3.*#N\/A/) }],
    ]);
  });
});
