import path from "node:path";
import { parseArgs } from "node:util";
import type { HostTexts, Language } from "../../locales";

/** What the command line asks for. Paths are absolute. */
export interface ReportArguments {
  input: string;
  output: string;
  sheet?: string;
  language?: Language;
  preset?: string;
  periods?: number;
  asOf?: string;
  columns?: ColumnArgument[];
  currency?: string;
  /** What else is decided about the reading of the list. */
  choices?: ChoiceArguments;
  /** File with rules as JSON. */
  rulesFile?: string;
  /** File that the figures go to. */
  figuresFile?: string;
}

/** `--column client=B`: a role, and a header text or letters of a column. */
export interface ColumnArgument {
  role: string;
  column: string;
}

/** `--choose level=2`, `--choose dates=day-first`, `--choose total=as-read`. */
export interface ChoiceArguments {
  /** Level of the clients, 0 = the topmost, −1 = every row is a client. */
  level?: number;
  dayFirst?: boolean;
  acceptTotal?: boolean;
}

/** A mistake on the command line, in the user's words. */
export class UsageError extends Error {}

const options = {
  output: { type: "string", short: "o" },
  sheet: { type: "string" },
  lang: { type: "string" },
  preset: { type: "string" },
  periods: { type: "string" },
  "as-of": { type: "string" },
  column: { type: "string", multiple: true },
  currency: { type: "string" },
  choose: { type: "string", multiple: true },
  rules: { type: "string" },
  json: { type: "string" },
} as const;

const isLanguage = (value: string): value is Language => value === "en" || value === "ru";

function isDay(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** The columns that were named, the roles in their own spelling. */
function readColumns(
  given: readonly string[],
  roles: readonly string[],
  texts: HostTexts["headless"],
): ColumnArgument[] {
  const roleOf = new Map<string, string>();
  for (const text of given) {
    const [typed, column] = [/^[^=]*/.exec(text)![0].trim(), /=(.*)$/s.exec(text)?.[1].trim() ?? ""];
    if (typed === "" || column === "") throw new UsageError(texts.badColumn(text));
    const role = roles.find((each) => each.toLowerCase() === typed.toLowerCase());
    if (role === undefined) throw new UsageError(texts.badRole(typed, roles.join(", ")));
    const other = roleOf.get(column);
    if (other !== undefined && other !== role) throw new UsageError(texts.columnTwice(column, other, role));
    roleOf.set(column, role);
  }
  return [...roleOf].map(([column, role]) => ({ role, column }));
}

/** What was chosen about the reading. */
function readChoices(given: readonly string[], texts: HostTexts["headless"]): ChoiceArguments {
  const choices: ChoiceArguments = {};
  for (const text of given) {
    const [, level] = /^level=(\d+|none)$/i.exec(text) ?? [];
    const [, order] = /^dates=(day|month)-first$/i.exec(text) ?? [];
    if (level !== undefined && level !== "0")
      choices.level = level.toLowerCase() === "none" ? -1 : Number(level) - 1;
    else if (order !== undefined) choices.dayFirst = order.toLowerCase() === "day";
    else if (/^total=as-read$/i.test(text)) choices.acceptTotal = true;
    else throw new UsageError(texts.badChoice(text));
  }
  return choices;
}

/**
 * Reads the arguments after the command's name. Throws a UsageError that names the first mistake.
 * @param roles what a column can be, by the names of the mapping
 */
export function readArguments(
  argv: readonly string[],
  texts: HostTexts["headless"],
  roles: readonly string[],
): ReportArguments {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (!(token.name in options)) throw new UsageError(texts.badOption(token.rawName));
    if (!token.value || (!token.inlineValue && token.value.startsWith("-"))) {
      throw new UsageError(texts.missingValue(token.rawName));
    }
  }
  const text = (name: Exclude<keyof typeof options, "column" | "choose">) =>
    values[name] as string | undefined;
  if (positionals.length !== 1) throw new UsageError(`${texts.oneInput(positionals.length)} ${texts.usage}`);
  const lang = text("lang");
  if (lang !== undefined && !isLanguage(lang)) throw new UsageError(texts.badLanguage(lang));
  const periods = text("periods");
  if (periods !== undefined && !/^[1-9]\d*$/.test(periods)) throw new UsageError(texts.badPeriods(periods));
  const asOf = text("as-of");
  if (asOf !== undefined && !isDay(asOf)) throw new UsageError(texts.badDate(asOf));

  const columns = readColumns((values.column ?? []) as string[], roles, texts);
  const choices = readChoices((values.choose ?? []) as string[], texts);
  const file = (name: "rules" | "json") => {
    const given = text(name);
    return given === undefined ? undefined : path.resolve(given);
  };

  const input = path.resolve(positionals[0]);
  const { dir, name, ext } = path.parse(input);
  const ending = /^\.(xlsm|xltm)$/i.test(ext) ? ".xlsm" : ".xlsx";
  return {
    input,
    output: path.resolve(text("output") ?? path.join(dir, `${name}-keyfolio${ending}`)),
    sheet: text("sheet"),
    language: lang as Language | undefined,
    preset: text("preset"),
    periods: periods === undefined ? undefined : Number(periods),
    asOf,
    columns: columns.length === 0 ? undefined : columns,
    currency: text("currency"),
    choices: Object.keys(choices).length === 0 ? undefined : choices,
    rulesFile: file("rules"),
    figuresFile: file("json"),
  };
}
