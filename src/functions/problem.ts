import { textsOf, numbersIn, type Language, type Texts } from "../locales";

type ProblemTexts = Texts["functions"]["problems"];

/** What a custom function found wrong, as facts; `problemText()` puts it into words. */
export type ProblemDetail = {
  [Kind in keyof ProblemTexts]: { kind: Kind } & Facts<Parameters<ProblemTexts[Kind]>>;
}[keyof ProblemTexts];

type Facts<Parameters extends unknown[]> = Parameters extends [infer First, ...unknown[]] ? First : unknown;

export type ErrorValue = "#VALUE!" | "#N/A" | "#DIV/0!" | "#NUM!";

/** Error values other than #VALUE!, by what they stand for. */
const errorValues: Partial<Record<ProblemDetail["kind"], ErrorValue>> = {
  noNumbers: "#N/A",
  noGroup: "#N/A",
  unknownGroup: "#N/A",
  noCriteria: "#N/A",
  zeroTotal: "#DIV/0!",
  negativeTotal: "#NUM!",
  tooLarge: "#NUM!",
};

/** Thrown when a call has no answer; as an element of a result, one cell has none. */
export class FunctionProblem extends Error {
  constructor(readonly detail: ProblemDetail) {
    super(detail.kind);
    this.name = "FunctionProblem";
  }

  /** The error value that Excel shows. */
  get code(): ErrorValue {
    return errorValues[this.detail.kind] ?? "#VALUE!";
  }
}

/** What the error value means, in words: which argument, which position, what was found and what is expected. */
export function problemText({ detail }: FunctionProblem, language: Language): string {
  const text = textsOf[language].functions.problems[detail.kind] as (
    facts: ProblemDetail,
    numbers: (typeof numbersIn)[Language],
  ) => string;
  return text(detail, numbersIn[language]);
}
