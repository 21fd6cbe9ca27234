import type { Change, RuleName } from "../../portfolio/snapshots/changes";
import type { FigureKind, WholeKind } from "../../portfolio/snapshots/basis";
import { numbersIn } from "../wording/numbers";
import { clients } from "./portfolio";

const { date, number, plural, list, form } = numbersIn.en;

/** How much is named before the rest is only counted. */
const most = 4;

const figures: Readonly<Record<FigureKind, string>> = {
  history: "amounts by period",
  scores: "scores",
  profit: "profit or costs",
  people: "managers or departments",
  contacts: "contacts or marks",
  pins: "pinned status",
};

const wholes: Readonly<Record<WholeKind, string>> = {
  periods: "the periods",
  scoreColumns: "the score columns",
  withoutClient: "the money without a client",
};

const rules: Readonly<Record<RuleName, string>> = {
  preset: "the set of limits",
  key: "the key limit",
  dependence: "the dependence limit",
  mono: "the mono-client limit",
  base: "what shares are taken of",
  groups: "the joining of groups",
  abc: "the ABC rules",
  xyz: "the XYZ rules",
  matrix: "the rules of the client matrix",
  decline: "the limit of decline",
  contacts: "the contact rhythm",
  window: "the choice of periods",
  asOf: "the as-of day",
  columns: "the choice of result columns",
};

const isPlural: ReadonlySet<string> = new Set(["periods", "scoreColumns", "abc", "xyz", "matrix"]);

interface Item {
  text: string;
  plural: boolean;
}

function itemOf(change: Change): Item[] {
  switch (change.kind) {
    case "amounts":
      return [
        { text: plural(change.clients, { one: "amount", other: "amounts" }), plural: change.clients > 1 },
      ];
    case "figures":
      return [{ text: `${figures[change.of]} of ${clients(change.clients)}`, plural: change.of !== "pins" }];
    case "whole":
      return [{ text: wholes[change.of], plural: isPlural.has(change.of) }];
    case "costs":
      return [{ text: "the costs of the what-if", plural: true }];
    case "rule":
      return [{ text: rules[change.rule], plural: isPlural.has(change.rule) }];
    case "entered":
    case "left":
      return [];
  }
}

/** `3 amounts and the key limit have changed since, 2 clients were added` */
function changed(changes: readonly Change[]): string {
  const items = changes.flatMap(itemOf);
  const rest = items.length - most;
  const named = rest > 1 ? items.slice(0, most) : items;
  const texts = named.map(({ text }) => text);
  if (rest > 1) texts.push(`${number(rest)} more`);
  const have = texts.length > 1 || items.some((item) => item.plural) ? "have" : "has";
  const count = (kind: Change["kind"]) =>
    changes.reduce(
      (sum, change) => (change.kind === kind && "clients" in change ? sum + change.clients : sum),
      0,
    );
  const [entered, left] = [count("entered"), count("left")];
  const parts = [
    ...(texts.length > 0 ? [`${list(texts)} ${have} changed since`] : []),
    ...(entered > 0 ? [`${clients(entered)} ${form(entered, { one: "was", other: "were" })} added`] : []),
    ...(left > 0 ? [`${clients(left)} ${form(left, { one: "is", other: "are" })} gone`] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : "the list or the rules have changed since";
}

/** What the workbook shows of an earlier state. */
export const freshness = {
  /** The columns beside the list, the sheets of the report, or both. */
  outdated: (what: "columns" | "sheets" | "both", day: string, changes: readonly Change[]) =>
    `${{ columns: "The columns show", sheets: "The sheets show", both: "The columns and the sheets show" }[what]} ${date(day)}; ${changed(changes)}.`,
  refresh: "Refresh",
};
