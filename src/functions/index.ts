import { languageOf, type Language } from "../locales";
import { catalogue, formulaNames, type Formula } from "./catalogue";
import { FunctionProblem, problemText } from "./problem";
import { inWords } from "./result";

/** Makes the formulas known to Excel: on the page of the add-in, as soon as it loads. */
for (const name of formulaNames) CustomFunctions.associate(name, inExcel(catalogue[name]));

/**
 * A formula with the words of Excel's display language and Excel's own errors. The runtime appends the invocation to the
 * arguments, however many there are; none of the formulas asks for it.
 */
function inExcel(formula: Formula) {
  return (...parametersAndInvocation: unknown[]) => {
    const language = languageOf(Office.context.displayLanguage);
    try {
      return formula(...parametersAndInvocation.slice(0, -1)).map((row) =>
        row.map((cell) => {
          const worded = inWords(cell, language);
          return worded instanceof FunctionProblem ? excelError(worded, language) : worded;
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
