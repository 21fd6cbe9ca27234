import { isRecord } from "../json-values";
import { isIsoDay } from "../periods/period";

/** What the user decided about the reading of one list, besides what its columns mean. Plain JSON, kept with the mapping. */
export interface ReadingChoices {
  /** Which level of a column with several levels holds the clients, 0 = the topmost; −1 = it has none, every row is a client. */
  level?: number;
  /** The currency whose amounts are taken: its ISO code, or what the list writes where it has none. */
  currency?: string;
  /** What one unit of another currency is worth in `currency`: then all amounts are taken. */
  rates?: Readonly<Record<string, number>>;
  /** Order in dates such as 03/04/2024. */
  dayFirst?: boolean;
  /** Length of the periods that lines of documents are added up in; months where nothing is chosen. */
  unit?: "month" | "quarter" | "year";
  /** The reading is right although the list's own total says otherwise. */
  acceptTotal?: boolean;
  /** Names that are one client, group by group. */
  sameClients?: readonly (readonly string[])[];
  /** Names that are no clients: their money counts in the total only. */
  notClients?: readonly string[];
  /** Statuses that the user decided on for clients, with why and until which ISO day (null = for good). */
  pins?: readonly Pin[];
  /** Names that are clients although they sound like none ("Others"). */
  areClients?: readonly string[];
  /** Findings that the user has put aside, by {@link markOfFinding}: the pane does not list them any more. */
  ignored?: readonly string[];
}

export interface Pin {
  client: string;
  status: "regular" | "key" | "dependence" | "mono";
  reason: string;
  until: string | null;
}

type Refuse = (path: string, found: unknown, expected: string) => never;

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isFlag = (value: unknown): value is boolean => typeof value === "boolean";
const isUnit = (value: unknown): value is "month" | "quarter" | "year" =>
  value === "month" || value === "quarter" || value === "year";
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isGroups = (value: unknown): value is readonly (readonly string[])[] =>
  Array.isArray(value) && value.every(isTexts);
const isLevel = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= -1;
/** An ISO code, or what the list writes in its place. */
const isCurrency = (value: unknown): value is string =>
  typeof value === "string" && value.trim() !== "" && value.length <= 60;
const isRates = (value: unknown): value is Readonly<Record<string, number>> =>
  isRecord(value) &&
  Object.entries(value).every(
    ([code, rate]) => isCurrency(code) && typeof rate === "number" && Number.isFinite(rate) && rate > 0,
  );
const isPin = (value: unknown): value is Pin =>
  isRecord(value) &&
  isText(value.client) &&
  ["regular", "key", "dependence", "mono"].includes(value.status as string) &&
  typeof value.reason === "string" &&
  (value.until === null || (typeof value.until === "string" && isIsoDay(value.until)));
const isPins = (value: unknown): value is readonly Pin[] => Array.isArray(value) && value.every(isPin);

const expected = {
  level: [isLevel, "-1, 0, 1, 2, …"],
  currency: [isCurrency, "USD | EUR | …"],
  rates: [isRates, "{ USD: 90.5, … }"],
  dayFirst: [isFlag, "true | false"],
  unit: [isUnit, "month | quarter | year"],
  acceptTotal: [isFlag, "true | false"],
  sameClients: [isGroups, '[["…", "…"], …]'],
  notClients: [isTexts, '["…", …]'],
  pins: [isPins, '[{ client: "…", status: "key", reason: "…", until: "2026-12-31" | null }, …]'],
  areClients: [isTexts, '["…", …]'],
  ignored: [isTexts, '["…", …]'],
} satisfies Record<keyof ReadingChoices, readonly [(value: unknown) => boolean, string]>;

/**
 * Choices from JSON.
 * @param refuse throws for a value that cannot be used, with its path, what stands there and what is expected
 */
export function parseReadingChoices(json: unknown, path: string, refuse: Refuse): ReadingChoices {
  if (!isRecord(json)) return refuse(path, json, "{ … }");
  const choices: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(json)) {
    if (!Object.hasOwn(expected, key)) refuse(`${path}.${key}`, value, Object.keys(expected).join(" | "));
    const [fits, example] = expected[key as keyof ReadingChoices];
    if (!fits(value)) refuse(`${path}.${key}`, value, example);
    choices[key] = value;
  }
  return choices;
}
