import { numbersIn, textsOf, type Language } from "../../../locales";
import { parseLimitText, parseNumberText, type LimitReading } from "../../../portfolio";

/** A value that was typed, or what is wrong with it. */
export type Typed<Value = number> =
  { value: Value; problem?: undefined } | { value?: undefined; problem: string };

/** A limit as a fraction, above 0. */
export function typedLimit(text: string, reading: LimitReading, language: Language): Typed {
  const { problems } = textsOf[language].pane.rules;
  const value = parseLimitText(text, reading, separatorOf(language));
  if (value === null) return { problem: problems.notALimit };
  if (value <= 0) return { problem: problems.notAboveZero };
  if (value > 1 && !reading.aboveWhole) return { problem: problems.aboveWhole };
  return { value };
}

/** A plain number that is at least `lowest`; `tooLow` says what is wrong below it. */
export function typedNumber(
  text: string,
  language: Language,
  isAllowed: (value: number) => boolean,
  problem: string,
): Typed {
  const value = parseNumberText(text, separatorOf(language));
  if (value === null) return { problem: textsOf[language].pane.rules.problems.notANumber };
  return isAllowed(value) ? { value } : { problem };
}

/** A number as it is typed: without groups of thousands. */
export function writtenNumber(value: number, language: Language): string {
  return numbersIn[language].number(value, 6).replace(/\s/gu, "");
}

/** Limits are typed in the reader's own dress. */
function separatorOf(language: Language): "." | "," {
  return language === "ru" ? "," : ".";
}
