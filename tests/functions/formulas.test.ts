/** The formulas by themselves, as tests/functions/formulas says, with blank cells in all the ways that they arrive. */
import type { FormulaName } from "../../src/functions/catalogue";
import { call, expectShown } from "./call";
import { argumentsOf, calledFunction, caseFiles, formulaCases } from "./formula-cases";

/** As the functions runtime hands cells over. */
function arriving(value: unknown, blank: unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => arriving(part, blank));
  if (value === null) return blank;
  return typeof value === "object" && "error" in value ? { code: value.error } : value;
}

describe.each(caseFiles)("%s", (file) => {
  const cases = formulaCases(file).flatMap((formulaCase) => {
    const parameters = argumentsOf(formulaCase);
    return parameters ? [{ ...formulaCase, parameters }] : [];
  });
  test.each(cases)("$title: $formula", (formulaCase) => {
    const name = calledFunction(formulaCase) as FormulaName;
    for (const language of ["en", "ru"] as const) {
      for (const blank of ["", null, 0]) {
        // An argument that was left out is null in every build.
        const parameters = formulaCase.parameters.map((value) =>
          value === null ? null : arriving(value, blank),
        );
        expectShown(call(name, parameters, language), formulaCase.expected[language]);
      }
    }
  });
});
