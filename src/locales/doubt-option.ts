import type { Alternative, Doubt } from "../portfolio";

/**
 * The option of the headless run that chooses an alternative of a doubt, as it is typed: `--column amount="Net value"`;
 * null where no option does.
 */
export function doubtOption(
  doubt: Doubt,
  alternative: Alternative | undefined = doubt.alternatives.at(0),
): string | null {
  if (!alternative) return null;
  const { about } = doubt;
  const { header, column, choice, months } = alternative;
  if (months) return months.map((letters) => `--column period=${letters}`).join(" ");
  if (about === "level") {
    return choice.level === undefined
      ? null
      : `--choose level=${choice.level < 0 ? "none" : choice.level + 1}`;
  }
  if (about === "dayOrder") return `--choose dates=${choice.dayFirst ? "day" : "month"}-first`;
  if (about === "total") return "--choose total=as-read";
  if (about === "currency") return choice.currency === undefined ? null : `--currency ${choice.currency}`;
  if (about !== "client" && about !== "amount" && about !== "period") return null;
  // A header that needs more than plain quotes is named by its letters.
  if (header !== undefined && !/["\\$`\n]/.test(header)) return `--column ${about}="${header}"`;
  return column === undefined ? null : `--column ${about}=${column}`;
}
