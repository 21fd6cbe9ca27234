import type { MadeColumn, MadeKey } from "../../portfolio";

/** Number format of a column; null for texts. A date is shown as the user's own Excel shows dates. */
export function formatOf({ key, numbers }: Pick<MadeColumn, "key" | "numbers">): string | null {
  if (!numbers) return null;
  if (key === "firstPurchase" || key === "lastPurchase") return "m/d/yyyy";
  if (key === "purchases") return "#,##0";
  return numbers.every((number) => Number.isNaN(number) || Number.isInteger(number)) ? "#,##0" : "#,##0.00";
}

/** Width in points that shows the usual contents in full. */
export function widthOf(key: MadeKey): number {
  if (key === "client") return 200;
  if (key === "manager" || key === "department" || key === "group") return 120;
  if (key === "firstPurchase" || key === "lastPurchase") return 124;
  return 84;
}
