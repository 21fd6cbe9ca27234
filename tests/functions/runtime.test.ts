/**
 * The formulas as Excel calls them: through the functions runtime of the genuine Office.js, on the built page.
 * The cases are those of tests/functions/formulas; blank cells arrive as "" and as 0.
 */
import { openBuiltAddIn, type BuiltAddIn } from "./built-add-in";
import { expectShown } from "./call";
import {
  argumentsOf,
  calledFunction,
  caseFiles,
  formulaCases,
  type FormulaCase,
  type Shown,
} from "./formula-cases";

type Answer = Awaited<ReturnType<BuiltAddIn["host"]["callFunction"]>>;

function shownAnswer(answer: Answer): Shown[][] {
  if ("error" in answer) return [[shownError(answer.error)]];
  const rows = Array.isArray(answer.value) ? answer.value : [[answer.value]];
  return rows.map((row) =>
    row.map((cell) =>
      typeof cell === "object" && "error" in cell ? shownError(cell.error) : (cell as Shown),
    ),
  );
}

const shownError = ({ code, message }: { code: string; message?: string }): Shown =>
  message === undefined ? { error: code } : { error: code, message };

describe.each([
  { language: "en-US", blank: "" },
  { language: "en-US", blank: 0 },
  { language: "ru-RU", blank: "" },
  { language: "ru-RU", blank: 0 },
] as const)("in $language, blank cells as '$blank'", ({ language, blank }) => {
  let addIn: BuiltAddIn;
  const answers = new Map<FormulaCase, Promise<Answer>>();
  const cases = caseFiles.flatMap(formulaCases).flatMap((formulaCase) => {
    const parameters = argumentsOf(formulaCase);
    return parameters ? [{ formulaCase, parameters }] : [];
  });

  beforeAll(async () => {
    addIn = await openBuiltAddIn(language, blank);
    for (const { formulaCase, parameters } of cases) {
      answers.set(formulaCase, addIn.host.callFunction(calledFunction(formulaCase), parameters));
    }
  });
  afterAll(() => addIn.close());

  test.each(cases)("$formulaCase.formula: $formulaCase.title", async ({ formulaCase }) => {
    const expected = formulaCase.expected[language === "ru-RU" ? "ru" : "en"];
    expectShown(shownAnswer(await answers.get(formulaCase)!), expected);
  });
});

test("arguments that are left out at the end and in between are the same as none", async () => {
  const addIn = await openBuiltAddIn("en-US");
  const { host } = addIn;
  const history = [
    [60, 60, 60],
    [40, 40, 40],
  ];
  const [short, long] = await Promise.all([
    host.callFunction("ABCXYZ", [history]),
    host.callFunction("ABCXYZ", [history, null, null, null, null, null]),
  ]);
  addIn.close();
  expect(short).toEqual({ value: [["AX"], ["AX"]] });
  expect(long).toEqual(short);
});

test("an error value reaches the formulas, so that the message says where it stands", async () => {
  const addIn = await openBuiltAddIn("en-US");
  const answer = await addIn.host.callFunction("CONCENTRATION", [[[1], [{ error: "#REF!" }]]]);
  addIn.close();
  expect(answer).toEqual({
    error: {
      code: "#VALUE!",
      message: expect.stringContaining("amounts, row 2: a number is expected, found the error #REF!."),
    },
  });
});
