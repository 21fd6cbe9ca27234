import {
  type Content,
  type Rule,
  identifiers,
  notAClient,
  notMoney,
  percent,
  prefixedCriteria,
  readyCriteria,
  rowNumber,
  rules,
  vatAmount,
} from "./header-rules";
import type { Role } from "./mapping";

export type { Content };

/** A role that header words suggest; of several columns for one single role the strongest gets it. */
export interface Suggestion {
  role: Role;
  strength: number;
  /** One of the ready criteria lists without a prefix ("Price"): a criterion only in the company of others. */
  readyCriterion?: true;
}

/** A header as the rules read it: lower case, `customerID` and `client_name` as words, ё as е. */
export function headerWords(header: string): string {
  return header
    .normalize("NFKC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll("&", " and ")
    .replace(/[\s_.,;:()[\]{}"'«»“”/\\|]+/g, " ")
    .trim();
}

/** What the words of a header suggest for a column of this content; null when they say nothing. */
export function suggestRole(header: string, content: Content, scoresOnly: boolean): Suggestion | null {
  const text = headerWords(header);
  if (text === "" || rowNumber.test(text)) return null;
  const prefixed = prefixedCriteria.find((rule) => fits(rule, text, content));
  if (prefixed) return { role: prefixed.role, strength: prefixed.strength };
  if (scoresOnly && content === "numbers") {
    const ready = readyCriteria.find((criterion) => criterion.words.exec(text)?.[0] === text);
    if (ready) return { role: ready.role, strength: 1, readyCriterion: true };
  }
  const rule = rules.find((candidate) => fits(candidate, text, content));
  if (rule) {
    const exact = rule.words.exec(text)?.[0] === text ? 0.5 : 0;
    const empty = content === "empty" ? 20 : 0;
    const code = rule.role === "client" && identifiers.test(text) ? 6.8 : 0;
    return { role: rule.role, strength: rule.strength + exact - code - empty };
  }
  if (identifiers.test(text) && content !== "empty" && !notAClient.test(text))
    return { role: "client", strength: 0.5 };
  return null;
}

function fits(rule: Rule, text: string, content: Content): boolean {
  if (!rule.words.test(text) || rule.but?.test(text)) return false;
  if (rule.content && !rule.content.includes(content)) return false;
  return !isMoney(rule.role) || !(percent.test(text) || vatAmount.test(text));
}

function isMoney(role: Role): boolean {
  return (
    role === "amount" ||
    role === "profit" ||
    role === "cost" ||
    role === "costToServe" ||
    role === "potential"
  );
}

/** Whether a header can be taken by its content alone: as the client (names) or as the amount (numbers). */
export function mayStandFor(role: "client" | "amount", header: string): boolean {
  const text = headerWords(header);
  if (role === "client") return !notAClient.test(text) && !rowNumber.test(text);
  return (
    !rowNumber.test(text) &&
    !identifiers.test(text) &&
    !notMoney.test(text) &&
    !percent.test(text) &&
    !notAClient.test(text)
  );
}
