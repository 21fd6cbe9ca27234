import type { DiscountTier } from "../../analysis";
import { parseNumberText } from "../../portfolio";

/**
 * A supplier's volume discounts as one types them: `1000000 = 3%; 5000000 = 5%`, volumes in ascending order.
 * @returns none for an empty text; null where it cannot be read
 */
export function parseDiscounts(text: string, decimalSeparator: "." | ","): DiscountTier[] | null {
  const tiers: DiscountTier[] = [];
  for (const part of text.split(/[;\n]/)) {
    if (part.trim() === "") continue;
    const [from, discount, ...more] = part.split("=");
    const volume = parseNumberText(from.trim(), decimalSeparator);
    const percent = parseNumberText((discount ?? "").replace("%", "").trim(), decimalSeparator);
    const isFurther = volume !== null && volume >= 0 && volume > (tiers.at(-1)?.from ?? -1);
    if (more.length > 0 || !isFurther || percent === null || percent < 0 || percent > 100) return null;
    tiers.push({ from: volume, discount: percent / 100 });
  }
  return tiers;
}

/** Tiers as one would type them; what {@link parseDiscounts} reads again. */
export function writtenDiscounts(tiers: readonly DiscountTier[], decimalSeparator: "." | ","): string {
  return tiers
    .map(({ from, discount }) => {
      const percent = Number((discount * 100).toPrecision(12));
      return `${writtenAmount(from, decimalSeparator)} = ${writtenAmount(percent, decimalSeparator)}%`;
    })
    .join("; ");
}

/** A number as one would type it, without groups of thousands. */
export const writtenAmount = (value: number, decimalSeparator: "." | ","): string =>
  value
    .toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 12 })
    .replace(".", decimalSeparator);
