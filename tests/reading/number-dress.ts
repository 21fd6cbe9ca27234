import { plain, type DrawnCell } from "./drawing";

/** How amounts are written into cells. */
export const numberDresses = [
  "number",
  "1,234.56",
  "1 234,56",
  "1234.56",
  "1234,56",
  "1.234,56",
  "1’234.56",
  "$1,234.56",
  "1 234,56 ₽",
  "1 234,56 руб.",
  "1.234,56-",
  "(1,234.56)",
  "12k",
  "12 тыс.",
  "1.2M",
  "1,2 млн",
] as const;
export type NumberDress = (typeof numberDresses)[number];

/** How a period without a purchase is written. */
export const zeroDresses = ["0", "blank", "-", "–", "n/a", "нет"] as const;
export type ZeroDress = (typeof zeroDresses)[number];

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}

/** Whole thousands with their word. */
function suffixed(thousands: number, dress: NumberDress): string | null {
  switch (dress) {
    case "12k":
      return `${thousands}k`;
    case "12 тыс.":
      return `${thousands} тыс.`;
    case "1.2M":
      return `${thousands / 1000}M`;
    case "1,2 млн":
      return `${String(thousands / 1000).replace(".", ",")} млн`;
    default:
      return null;
  }
}

/** An amount in cents as a cell. */
export function amountCell(cents: number, dress: NumberDress, zero: ZeroDress): DrawnCell {
  if (cents === 0 && zero !== "0") return plain(zero === "blank" ? null : zero);
  if (dress === "number") return plain(cents / 100);
  const short = cents % 100_000 === 0 ? suffixed(cents / 100_000, dress) : null;
  if (short !== null) return plain(short);
  const size = Math.abs(cents);
  const whole = String(Math.floor(size / 100));
  const rest = String(size % 100).padStart(2, "0");
  const minus = cents < 0 ? "-" : "";
  switch (dress) {
    case "1,234.56":
      return plain(`${minus}${grouped(whole, ",")}.${rest}`);
    case "1 234,56":
      return plain(`${minus}${grouped(whole, "\u00a0")},${rest}`);
    case "1234.56":
      return plain(`${minus}${whole}.${rest}`);
    case "1234,56":
      return plain(`${minus}${whole},${rest}`);
    case "1.234,56":
      return plain(`${minus}${grouped(whole, ".")},${rest}`);
    case "1’234.56":
      return plain(`${minus}${grouped(whole, "’")}.${rest}`);
    case "$1,234.56":
      return plain(`${minus}$${grouped(whole, ",")}.${rest}`);
    case "1 234,56 ₽":
      return plain(`${minus}${grouped(whole, " ")},${rest} ₽`);
    case "1 234,56 руб.":
      return plain(`${minus}${grouped(whole, " ")},${rest} руб.`);
    case "1.234,56-":
      return plain(`${grouped(whole, ".")},${rest}${minus}`);
    case "12 тыс.":
    case "1,2 млн":
      return plain(`${minus}${grouped(whole, " ")},${rest}`);
    case "12k":
    case "1.2M":
      return plain(`${minus}${grouped(whole, ",")}.${rest}`);
    case "(1,234.56)":
      return plain(cents < 0 ? `(${grouped(whole, ",")}.${rest})` : `${grouped(whole, ",")}.${rest}`);
  }
}
