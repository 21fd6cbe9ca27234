import { textsOf, type Language } from "../../../locales";
import type { LimitReading } from "../../../portfolio";
import { typedLimit, type Typed } from "./typed-values";

/** Whether a limit must not be below the one before it, or not above it. */
export type LimitOrder = "ascending" | "descending";

/**
 * Reads limits that follow one another, to be called in their order: each is compared with the last valid one before it,
 * by whose name the problem calls that one.
 */
export function limitsInOrder(
  order: LimitOrder,
  reading: LimitReading,
  language: Language,
): (text: string, name: string) => Typed {
  const { problems } = textsOf[language].pane.rules;
  let before: { name: string; value: number } | null = null;
  return (text, name) => {
    const typed = typedLimit(text, reading, language);
    if (typed.problem !== undefined) return typed;
    const { value } = typed;
    if (before && order === "ascending" && value < before.value) {
      return { problem: problems.below(before.name, before.value) };
    }
    if (before && order === "descending" && value > before.value) {
      return { problem: problems.above(before.name, before.value) };
    }
    before = { name, value };
    return typed;
  };
}
