import type { Area, DataValidationRecord } from "../../workbook-record";
import { HostError } from "../host-error";
import { intersection } from "../reference";
import { oneOfChoices, requireFlag, requireText } from "../required-value";
import type { SheetState } from "../sheet/sheet-state";
import { dataValidationStoreOf } from "./data-validation-store";
import { isAllowed } from "./typed-within-validation";

type Validation = Omit<DataValidationRecord, "areas">;
type Kind = Exclude<DataValidationRecord["type"], "None">;

/** Names of a rule's criteria (`Excel.DataValidationRule`) and the types that they make. */
const criteria: Readonly<Record<string, Kind>> = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  textLength: "TextLength",
  date: "Date",
  time: "Time",
  list: "List",
  custom: "Custom",
};

const operators = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
];
const styles = ["Stop", "Warning", "Information"];
/** Longest texts that Excel takes (ECMA-376 Part 1, 18.3.1.32). */
const [longestTitle, longestMessage, longestPrompt] = [32, 225, 255];

/** What Excel has where nothing was said (a guess: the alert and the prompt are on, and empty). */
const unsaid = (): Validation => ({
  type: "None",
  ignoreBlanks: true,
  alert: { shows: true, style: "Stop", title: "", message: "" },
  prompt: { shows: true, title: "", message: "" },
});

/** Excel.DataValidation: what may be typed into the cells of a range. */
export class DataValidation {
  constructor(
    readonly $sheet: SheetState,
    readonly $areaOf: () => Area,
  ) {}

  /** "Inconsistent" where only some cells have one, or they are of different types; "MixedCriteria" where only limits differ. */
  get type(): string {
    const area = this.$areaOf();
    const records = dataValidationStoreOf(this.$sheet).in(area);
    if (records.length === 0) return "None";
    const covered = records
      .flatMap(({ areas }) => areas)
      .reduce((cells, each) => cells + sizeOf(intersection(each, area)), 0);
    const isOneType = records.every(({ type }) => type === records[0].type);
    if (covered < sizeOf(area) || !isOneType) return "Inconsistent";
    return records.length === 1 ? records[0].type : "MixedCriteria";
  }

  get rule(): object {
    const { type, operator, formula1, formula2, dropDown } = this.$validation;
    const name = Object.keys(criteria).find((key) => criteria[key] === type);
    if (name === undefined) return {};
    if (type === "List") return { list: { inCellDropDown: dropDown ?? true, source: formula1 ?? "" } };
    if (type === "Custom") return { custom: { formula: formula1 ?? "" } };
    return { [name]: { formula1, ...(formula2 !== undefined && { formula2 }), operator } };
  }

  /** @throws HostError InvalidArgument unless it is one rule of Excel's */
  set rule(rule: unknown) {
    const given = Object.entries((rule ?? {}) as Record<string, unknown>).filter(
      ([, value]) => value != null,
    );
    const type = given.length === 1 ? criteria[given[0][0]] : undefined;
    if (!type) throw new HostError("InvalidArgument", "A rule has one kind of criteria.");
    const { ignoreBlanks, alert, prompt } = this.$validation;
    this.$set({
      type,
      ...limitsOf(type, given[0][1] as Record<string, unknown>),
      ignoreBlanks,
      alert,
      prompt,
    });
  }

  get errorAlert(): object {
    const { shows, ...alert } = this.$validation.alert;
    return { showAlert: shows, ...alert };
  }

  set errorAlert(given: { showAlert?: unknown; style?: unknown; title?: unknown; message?: unknown }) {
    const { alert } = this.$validation;
    this.$set({
      ...this.$validation,
      alert: {
        shows: requireFlag(given.showAlert ?? alert.shows, "showAlert"),
        style: oneOfChoices(given.style ?? alert.style, styles, "style") as typeof alert.style,
        title: text(given.title ?? alert.title, "title", longestTitle),
        message: text(given.message ?? alert.message, "message", longestMessage),
      },
    });
  }

  get prompt(): object {
    const { shows, ...prompt } = this.$validation.prompt;
    return { showPrompt: shows, ...prompt };
  }

  set prompt(given: { showPrompt?: unknown; title?: unknown; message?: unknown }) {
    const { prompt } = this.$validation;
    this.$set({
      ...this.$validation,
      prompt: {
        shows: requireFlag(given.showPrompt ?? prompt.shows, "showPrompt"),
        title: text(given.title ?? prompt.title, "title", longestTitle),
        message: text(given.message ?? prompt.message, "message", longestPrompt),
      },
    });
  }

  get ignoreBlanks(): boolean {
    return this.$validation.ignoreBlanks;
  }

  set ignoreBlanks(ignores: boolean) {
    this.$set({ ...this.$validation, ignoreBlanks: requireFlag(ignores, "ignoreBlanks") });
  }

  /** Null where some cells hold what may stand there and others do not. */
  get valid(): boolean | null {
    const area = this.$areaOf();
    const store = dataValidationStoreOf(this.$sheet);
    let [right, wrong] = [0, 0];
    this.$sheet.cells.values(area).forEach((row, r) =>
      row.forEach((value, c) => {
        const cell = { row: area.row + r, column: area.column + c, rows: 1, columns: 1 };
        if (store.in(cell).every((record) => isAllowed(record, value))) right++;
        else wrong++;
      }),
    );
    return right > 0 && wrong > 0 ? null : wrong === 0;
  }

  clear(): void {
    this.$requireUnprotected();
    dataValidationStoreOf(this.$sheet).clear(this.$areaOf());
  }

  /** That of the first cell that has one. */
  get $validation(): Validation {
    const [found] = dataValidationStoreOf(this.$sheet).in(this.$areaOf());
    if (!found) return unsaid();
    const validation: Validation & Partial<DataValidationRecord> = structuredClone(found);
    delete validation.areas;
    return validation;
  }

  $requireUnprotected(): void {
    if (this.$sheet.protection !== null) {
      throw new HostError("AccessDenied", `The sheet ${this.$sheet.sheetName} is protected.`);
    }
  }

  $set(validation: Validation): void {
    this.$requireUnprotected();
    dataValidationStoreOf(this.$sheet).set(this.$areaOf(), validation);
  }
}

function limitsOf(type: Kind, given: Record<string, unknown>): Partial<Validation> {
  if (type === "List") {
    const { source, inCellDropDown = true } = given;
    return {
      formula1: requireText(source, "The source of a list"),
      dropDown: requireFlag(inCellDropDown, "inCellDropDown"),
    };
  }
  if (type === "Custom") return { formula1: requireText(given.formula, "A formula") };
  const operator = oneOfChoices(given.operator ?? "Between", operators, "operator");
  const takesTwo = operator === "Between" || operator === "NotBetween";
  return {
    operator,
    formula1: limit(given.formula1),
    ...(takesTwo && { formula2: limit(given.formula2) }),
  };
}

function limit(value: unknown): string | number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value !== "string" || value.trim() === "") {
    throw new HostError("InvalidArgument", `${String(value)} is no limit: a number or a formula is.`);
  }
  const number = Number(value);
  return Number.isFinite(number) ? number : value.startsWith("=") ? value : `=${value}`;
}

function text(value: unknown, what: string, longest: number): string {
  const given = requireText(value, what);
  if (given.length > longest) {
    throw new HostError("InvalidArgument", `The ${what} has ${given.length} letters, at most ${longest} go.`);
  }
  return given;
}

const sizeOf = (area: Area | null): number => (area ? area.rows * area.columns : 0);
