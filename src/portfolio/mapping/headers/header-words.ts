import { namesTreeLevel } from "../../layout/column-words";
import { currencyOf } from "../../list/currency";
import type { ColumnFacts } from "../column-facts";
import { takenApart } from "./glued-words";
import {
  type Rule,
  clientsBelow,
  identifiers,
  notAClient,
  prefixedCriteria,
  readyCriteria,
  rowNumber,
  rules,
} from "./header-rules";
import { lineRules } from "./line-rules";
import type { Role } from "../mapping";
import { type MoneyHeader, isQuantityHeader, moneyHeader } from "./money-header";

/** A role that header words suggest; of several columns for one single role the strongest gets it. */
export interface Suggestion {
  role: Role;
  strength: number;
  /** One of the ready criteria lists without a prefix ("Price"): a criterion only in the company of others. */
  readyCriterion?: true;
}

/** Strength of a client column that says only that it identifies something. */
export const identifierOnly = 0.5;

/** A header as the rules read it: lower case, `customerID`, `client_name` and `netsales2024` as words, ё as е. */
export function headerWords(header: string): string {
  return header
    .normalize("NFKC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}{2,})(\p{Lu}\p{Ll}{2,})/gu, "$1 $2")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll("&", " and ")
    .replace(/[\s_.,;:()[\]{}"'«»“”/\\|↑↓▲▼]+/g, " ")
    .trim()
    .split(" ")
    .map(takenApart)
    .join(" ");
}

/** What the words of a header suggest for a column of this content; null when they say nothing. */
export function suggestRole(header: string, facts: ColumnFacts): Suggestion | null {
  const { content } = facts;
  const text = headerWords(header);
  if (text === "" || rowNumber.test(text)) return null;
  const prefixed = prefixedCriteria.find((rule) => fits(rule, text, facts, null));
  if (prefixed) return { role: prefixed.role, strength: prefixed.strength };
  if (facts.isScored && content === "numbers") {
    const ready = readyCriteria.find((criterion) => criterion.words.exec(text)?.[0] === text);
    if (ready) return { role: ready.role, strength: 1, readyCriterion: true };
  }
  const empty = content === "empty" ? 20 : 0;
  if (content !== "numbers" && namesClientsBelow(header, text))
    return { role: "client", strength: 10 - empty };
  if (unitHeader.test(text) && areUnitsOfMoney(facts)) return { role: "currency", strength: 10 };
  const money = moneyHeader(text);
  const line = lineRules.find((rule) => fits(rule, text, facts, money)) ?? lineOfNumbers(text, facts, money);
  const rule = line ?? rules.find((candidate) => fits(candidate, text, facts, money));
  if (rule) {
    const exact = rule.words.exec(text)?.[0] === text ? 0.5 : 0;
    const code = rule.role === "client" && identifiers.test(text) ? 6.8 : 0;
    const strength = rule.strength + exact - code;
    return {
      role: rule.role,
      strength: (code > 0 ? Math.max(strength, identifierOnly + 0.1) : strength) - empty,
    };
  }
  if (money?.kind === "money" && (content === "numbers" || content === "empty"))
    return { role: "amount", strength: money.strength - empty };
  if (identifiers.test(text) && content !== "empty" && !notAClient.test(text))
    return { role: "client", strength: identifierOnly };
  return null;
}

/** Strength of a header that names revenue, turnover or sales in so many words, at least. */
const revenueInWords = 8;

/** Reasons against money that a header of costs, profit or potential may give. */
const ownReasons = new Set(["cost", "profit", "plan"]);
const moneyRoles: ReadonlySet<Role> = new Set<Role>(["profit", "cost", "costToServe", "potential"]);

function fits(rule: Rule, text: string, facts: ColumnFacts, money: MoneyHeader | null): boolean {
  if (!rule.words.test(text) || rule.but?.test(text)) return false;
  if (rule.content && !rule.content.includes(facts.content)) return false;
  // "Invoiced" is a date, or what was.
  const isMoney = money?.kind === "money" && facts.cents >= 0.5;
  if (rule.role === "date") return (facts.isDates && !isMoney) || facts.content === "empty";
  if (rule.role === "currency" && facts.content === "numbers") return isCurrencyCodes(facts);
  if (rule.role === "document") return facts.content !== "numbers" || facts.isCodes;
  if (rule.role === "client" && facts.content === "numbers" && money?.kind === "money") return false;
  // What events bring is no cost of them.
  if (rule.role === "costToServe" && money?.kind === "money" && money.strength > revenueInWords) return false;
  if (money?.kind !== "none") return true;
  if (moneyRoles.has(rule.role)) return ownReasons.has(money.why);
  // Numbers under "Customers" count them; only identifiers can stand for clients.
  return rule.role !== "client" || facts.content !== "numbers" || money.why === "identifier";
}

const unitHeader = /^(?:units?|uom|ед|единица|единицы|ед изм|единица измерения)$/;
const unitOfMoney = /^(?:(?:тыс|млн|млрд|k|m|bn|thousands?|millions?)\.? ?)?(.+)$/i;

/** Whether the texts of a column are units of money, and not all the same: `EUR`, `kEUR`, `тыс. руб.` */
function areUnitsOfMoney({ content, texts }: ColumnFacts): boolean {
  if (content !== "names") return false;
  const units = new Set(texts.flatMap((text) => text?.trim() ?? []));
  return units.size > 1 && [...units].every((unit) => currencyOf(unitOfMoney.exec(unit)?.[1] ?? "") !== null);
}

function isCurrencyCodes({ sample }: ColumnFacts): boolean {
  return sample.every((number) => Number.isNaN(number) || currencyOf(String(number)) !== null);
}

function lineOfNumbers(text: string, facts: ColumnFacts, money: MoneyHeader | null): Rule | null {
  if (money?.kind !== "none" || (facts.content !== "numbers" && facts.content !== "empty")) return null;
  const of = (role: Role, strength: number): Rule => ({ role, strength, words: /^[a-zа-я-]+$/ });
  // Pieces that came back are no money.
  if (money.why === "returns") return isQuantityHeader(text) ? null : of("returns", 9);
  if (money.why === "price") return of("price", 9);
  return money.why === "quantity" && isQuantityHeader(text) ? of("quantity", 9) : null;
}

function namesClientsBelow(header: string, text: string): boolean {
  if (clientsBelow.test(text)) return true;
  const named = header.split(",");
  // With commas between them only levels are levels: "Name, address".
  const isRow = named.length > 1 && named.every((level) => namesTreeLevel(level.trim()));
  const levels = (isRow ? named : header.split(/[/\\|\n]/)).map(headerWords);
  if (levels.length < 2) return false;
  const isClient = (level: string) =>
    rules.find(({ words, but }) => words.test(level) && !but?.test(level))?.role === "client";
  return levels.some((level) => level !== "" && isClient(level));
}

/** Whether a header can be taken by its content alone: as the client (names) or as the amount (numbers). */
export function mayStandFor(role: "client" | "amount", header: string): boolean {
  const text = headerWords(header);
  if (notAClient.test(text) || rowNumber.test(text)) return false;
  return role === "client" || moneyHeader(text)?.kind !== "none";
}
