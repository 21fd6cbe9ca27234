import { textsOf, type Language } from "../../locales";
import type { ResultColumn } from "../../portfolio";

const inBothLanguages = (of: (language: Language) => Readonly<Record<string, string>>) =>
  new Set((["en", "ru"] as const).flatMap((language) => Object.values(of(language))));

/** Texts that only Keyfolio writes, of the columns with a closed vocabulary. */
export const classText: Partial<Record<ResultColumn, ReadonlySet<string>>> = {
  status: inBothLanguages((language) => textsOf[language].columns.statuses),
  abc: new Set(["A", "B", "C"]),
  xyz: new Set(["X", "Y", "Z", "N"]),
};
