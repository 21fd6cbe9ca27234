import {
  HorizontalAlign,
  WrapStrategy,
  type ICellData,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import type { MeasureText } from "./wrapped-text";

/** Pixels that a number may come near the sides of its cell, together. */
const sides = 2;
/** Excel shows at most so many digits of a number without a format. */
const mostDigits = 11;

/** Number and format of a cell; `locale`: BCP 47, for the decimal separator. */
export interface ShownNumber {
  value: number;
  isGeneral: boolean;
  decimalSeparator: string;
}

/**
 * A number that is wider than its cell as Excel shows it: without a format it is rounded, by decimals first and then to a
 * power of ten; otherwise, and where that does not help, the cell is filled with "#". It never loses its beginning.
 * @param width pixels of the cell, or of the merged cells that it stands for
 */
export function fitted(
  cell: Nullable<ICellData>,
  number: ShownNumber | null,
  width: () => number,
  measure: MeasureText,
): Nullable<ICellData> {
  const style = cell?.s as Nullable<IStyleData>;
  if (!cell || !style || number === null || typeof cell.v !== "string" || isTurned(style)) {
    return cell;
  }
  const room = width() - sides - (style.pd?.l ?? 0);
  const fits = (text: string) => measure(text, style) <= room;
  if (fits(cell.v)) {
    return cell;
  }
  const rounded = number.isGeneral ? roundedTo(number, fits) : null;
  const count = Math.max(1, Math.floor(room / measure("#", style)));
  return {
    ...cell,
    v: rounded ?? "#".repeat(count),
    s: { ...style, tb: WrapStrategy.CLIP, ht: rounded === null ? HorizontalAlign.RIGHT : style.ht },
  };
}

/** The number with the most digits that fit; null when even a power of ten is too wide, or nothing but zero would be left. */
function roundedTo({ value, decimalSeparator }: ShownNumber, fits: (text: string) => boolean): string | null {
  const whole = Math.trunc(Math.abs(value)).toString().length;
  if (whole <= mostDigits) {
    for (let decimals = mostDigits - whole; decimals >= 0; decimals--) {
      const text = String(Number(value.toFixed(decimals))).replace(".", decimalSeparator);
      if (fits(text) && !text.includes("e")) {
        return text === "0" || text === "-0" ? powerOfTen(value, decimalSeparator, fits) : text;
      }
    }
  }
  return powerOfTen(value, decimalSeparator, fits);
}

function powerOfTen(value: number, decimalSeparator: string, fits: (text: string) => boolean): string | null {
  for (let decimals = 5; decimals >= 0; decimals--) {
    const [digits, power] = value.toExponential(decimals).split("e");
    const text = `${digits.replace(".", decimalSeparator)}E${power.replace(/([+-])(\d)$/, "$10$2")}`;
    if (fits(text)) {
      return text;
    }
  }
  return null;
}

function isTurned({ tr }: IStyleData): boolean {
  return tr?.a !== undefined && tr.a !== 0;
}
