import { languageOf, type Language } from "../locales";
import { catalogue, formulaNames, type FormulaName } from "./catalogue";
import { FunctionProblem, problemText } from "./problem";
import { inWords } from "./result";
import { withNumberFormat } from "./number-formats";

/** Makes the formulas known to Excel: on the page of the add-in, as soon as it loads. */
for (const name of formulaNames) CustomFunctions.associate(name, inExcel(name));

/**
 * A formula with the words of Excel's display language and Excel's own errors. The runtime appends the invocation to the
 * arguments, however many there are; none of the formulas asks for it.
 */
function inExcel(name: FormulaName) {
  const formula = catalogue[name];
  return (...parametersAndInvocation: unknown[]) => {
    const language = languageOf(Office.context.displayLanguage);
    try {
      return formula(...parametersAndInvocation.slice(0, -1)).map((row) =>
        row.map((cell) => {
          const worded = inWords(cell, language);
          if (worded instanceof FunctionProblem) return excelError(worded, language);
          return typeof worded === "number" ? withNumberFormat(name, worded, language) : worded;
        }),
      );
    } catch (error) {
      throw excelError(
        error instanceof FunctionProblem ? error : new FunctionProblem({ kind: "unexpected" }),
        language,
      );
    }
  };
}

const errorCodes = {
  "#VALUE!": "invalidValue",
  "#N/A": "notAvailable",
  "#DIV/0!": "divisionByZero",
  "#NUM!": "invalidNumber",
} as const;

/** Excel shows the message with #VALUE! and #N/A; the runtime drops it with the others. */
function excelError(problem: FunctionProblem, language: Language): CustomFunctions.Error {
  return new CustomFunctions.Error(
    CustomFunctions.ErrorCode[errorCodes[problem.code]],
    problemText(problem, language),
  );
}
