import type { Problem } from "../portfolio/problem";
import { doubtOption } from "./doubt-option";
import { en } from "./en";
import type { Language } from "./language";
import { problemText } from "./problem-text";
import { ru } from "./ru";
import { shortHeader } from "./wording/short-header";

const words = { en: en.commands, ru: ru.commands };

/** Headers by which a list names what it lacks. */
const headers = {
  en: { client: "Client", amount: "Sales" },
  ru: { client: "Клиент", amount: "Выручка" },
} as const;

/** Sheets that a line names: the others are counted. */
const mostSheets = 12;

/**
 * What stopped a run without a screen, in one line: the same sentences with the option of the command line that leads out
 * of it, and none that speaks of a selection, of a ribbon or of the pane.
 * @param given whether the run was given rules; else they are those of the workbook
 */
export function headlessProblem(
  problem: Problem,
  language: Language,
  given: { rules: boolean } = { rules: false },
): string {
  return sentence(problem, language, given)
    .replace(inRibbon, words[language].inExcel)
    .replace(/\s*[\r\n\t]+\s*/g, " ");
}

/** Where a button stands that no command line has. */
const inRibbon = /\((?:Review|Рецензирование)[^()]*\)/;

function sentence(problem: Problem, language: Language, given: { rules: boolean }): string {
  const texts = words[language];
  const { detail } = problem;
  const text = problemText(problem, language);
  switch (detail.kind) {
    case "doubtful": {
      const option = doubtOption(detail.doubt);
      return option === null ? text : `${text} ${texts.chooseBy(option)}`;
    }
    case "totalDiffers":
      return `${text} ${texts.chooseBy("--choose total=as-read")}`;
    case "badPolicy":
      return badRules(text, detail.path, texts.rules[given.rules ? "given" : "kept"]);
    case "badMapping":
      return texts.badColumns;
    case "sheetHidden":
      return texts.sheetHidden(detail.sheet);
    case "sheetNotFound":
      return `${text} ${texts.chooseBy("--sheet")}`;
    case "unknownPreset":
      return `${text} ${texts.chooseBy("--preset")}`;
    case "tooFewPeriods":
      return `${text} ${texts.chooseBy(detail.available === 0 ? "--as-of" : "--periods")}`;
    case "zeroTotal":
    case "negativeTotal":
      return `${text} ${texts.chooseBy("--column amount=…, --periods")}`;
    case "leftStanding":
    case "scoresLeft":
    case "cutOff":
      return detail.reason === "refused" ? texts.office(codeBehind(problem)) : texts.inTheWay[detail.reason];
    case "madeHalf":
    case "unfinished":
    case "cellLeft":
    case "cellsWrittenOver":
    case "sourceChanged":
    case "editMode":
    // What only somebody at the screen brings about.
    case "sourceGone":
    case "readOnlyWorkbook":
    case "noSuchClient":
    case "noClientSelected":
    case "cancelled":
      return texts.office(codeBehind(problem));
    case "mixedUnits":
      return `${text.replace(/,? (?:or choose|или выберите) .*$/s, ".")} ${texts.chooseBy("--column amount=…")}`;
    case "noAmountColumn":
      return `${withoutAdvice(text)} ${texts.nameColumn(headers[language].amount, "amount")}`;
    case "noClientColumn":
      return `${withoutAdvice(text)} ${texts.nameColumn(headers[language].client, "client")}`;
    case "noList":
      return detail.sheet === null
        ? texts.noList(namedSheets(detail.sheets ?? []))
        : `${text} ${texts.chooseBy("--sheet")}`;
    case "emptySheet":
      return texts.emptySheet(detail.sheet);
    case "notLoaded":
      return texts.notLoaded;
    case "unexpected":
      return texts.unexpected;
    case "office":
      return texts.office(detail.code);
    default:
      return text;
  }
}

function badRules(text: string, path: string, { none, anew }: { none: string; anew: string }): string {
  return path === "" ? none : `${withoutLast(text)} ${anew}`;
}

/** Code of the error of Excel's that a problem began with; null for one that began with us. */
function codeBehind(problem: Problem): string | null {
  for (let cause: unknown = problem.cause; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === "string") return code;
  }
  return null;
}

/** Without its last sentence, which tells what to do in the pane. */
function withoutLast(text: string): string {
  return text.replace(/(?<=\.) [^.]*\.$/, "");
}

/** Without what follows a list of headers, which may hold anything. */
function withoutAdvice(text: string): string {
  return text.replace(/(?<=[.)]) (?:Give that column|Озаглавьте этот столбец).*$/s, "");
}

function namedSheets(sheets: readonly string[]): string {
  const named = sheets.slice(0, mostSheets).map(shortHeader).join(", ");
  return sheets.length > mostSheets ? `${named}, … (${sheets.length})` : named;
}
