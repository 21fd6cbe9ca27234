import { textsOf, type Language } from "../../locales";
import type { ResultColumn } from "../../portfolio";
import type { CellValue } from "../cells/cell-value";
import { classText } from "./class-texts";

const languages: readonly Language[] = ["en", "ru"];

const textsIn = (of: (language: Language) => Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(languages.flatMap((language) => Object.values(of(language)).map((text) => text.toLowerCase())));

const quadrants = textsIn((language) => textsOf[language].columns.quadrants);
const activities = textsIn((language) => textsOf[language].columns.activity);
const parts: Partial<Record<ResultColumn, ReadonlySet<string>>> = {
  reason: textsIn((language) => textsOf[language].columns.reasons),
  action: textsIn((language) => textsOf[language].advice.action),
};

/** Whether a cell of a result column holds what only Keyfolio writes there, in either language. @param cell as `Range.formulas` gives it */
export function isOwnResult(column: ResultColumn, cell: CellValue): boolean {
  if (cell === "") return true;
  if (column === "share") return typeof cell === "number";
  if (typeof cell !== "string") return false;
  if (column === "quadrant") return quadrants.has(cell.toLowerCase());
  if (column === "activity") return activities.has(cell.toLowerCase());
  if (column === "pinned") return isPin(cell);
  if (column === "action" && isAdviceWithFact(cell)) return true;
  return classText[column]?.has(cell) ?? isJoined(cell.toLowerCase(), parts[column]!);
}

const isAdviceWithFact = (text: string): boolean =>
  languages.some((language) => textsOf[language].advice.becauseForms.some((form) => form.test(text)));

/** `Key: until 31.12.2026; why`, as pins are written. */
const isPin = (text: string): boolean =>
  languages.some((language) =>
    Object.values(textsOf[language].columns.statuses).some((status) =>
      [status, `${status};`, `${status}:`].some((begin, i) =>
        i === 0 ? text === begin : text.startsWith(`${begin} `),
      ),
    ),
  );

/** Whether a text is made of others with "; " between them; they may hold "; " themselves. */
function isJoined(text: string, of: ReadonlySet<string>): boolean {
  if (of.has(text)) return true;
  for (let at = text.indexOf("; "); at >= 0; at = text.indexOf("; ", at + 1)) {
    if (of.has(text.slice(0, at)) && isJoined(text.slice(at + 2), of)) return true;
  }
  return false;
}

/** Whether a cell holds a share with more digits than anybody types. */
export const isComputed = (cell: CellValue | undefined): boolean =>
  typeof cell === "number" && cell > 0 && cell < 1 && Math.abs(cell * 1e6 - Math.round(cell * 1e6)) > 1e-6;

/** Whether a cell of a result column alone shows that Keyfolio wrote it: a class, or a share as nobody types it. */
export const isSurelyOurs = (column: ResultColumn, cell: CellValue | undefined): boolean =>
  (column === "share" && isComputed(cell)) || classText[column]?.has(String(cell)) === true;

/** As many of our texts beside each other are nobody else's. */
const fewest = 2;

/**
 * Whether what stands in columns of ours in a row that belongs to no client is ours: a class or a share, or nothing but our texts of
 * which one says a fact, or there are several; one short text alone may be somebody's own.
 */
export function isRowOfResults(cells: readonly { column: ResultColumn; cell: CellValue }[]): boolean {
  const filled = cells.filter(({ cell }) => cell !== "");
  if (filled.some(({ column, cell }) => isSurelyOurs(column, cell))) return true;
  const texts = filled.filter(({ column }) => column !== "share");
  const hasFact = texts.some(({ column, cell }) => column === "action" && isAdviceWithFact(String(cell)));
  return (hasFact || texts.length >= fewest) && filled.every(({ column, cell }) => isOwnResult(column, cell));
}

/**
 * Whether what stands in a column under a header that somebody has cleared is ours, or all of it somebody's own.
 *
 * @param contents cells of the list's rows; a column without any is nobody's
 */
export function holdsOwnResults(column: ResultColumn, contents: readonly CellValue[]): boolean {
  const filled = contents.filter((cell) => cell !== "");
  if (column !== "share") return filled.some((cell) => isOwnResult(column, cell));
  const isShare = (cell: CellValue) => typeof cell === "number" && cell >= 0 && cell <= 1;
  return filled.some(isComputed) || (filled.length > 1 && filled.every(isShare));
}
