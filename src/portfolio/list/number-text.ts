const currencySigns = /^(?:[₽$€£]|руб\.?|р\.|rub|usd|eur)\s?|\s?(?:[₽$€£]|руб\.?|р\.|rub|usd|eur)$/giu;
const spaces = /[\s\u00a0\u202f\u2007\u2009]/gu;
const invisible = /[\u200b-\u200f\u2060\ufeff]/gu;

const plain = /^\d+$/;
const spacedGroups = /^\d{1,3}(?: \d{3})+$/;
const commaGroups = /^\d{1,3}(?:,\d{3})+$/;

/**
 * The number that a text means in Russian or English dress, or null when it means none (methods §1):
 * `1 234,56` (also with U+00A0 or U+202F), `1,234.56`, `(120)`, `−5`, `12,5 ₽`, `$1,200`.
 * Only `1,234` can be both (English 1234, Russian 1.234): there the decimal separator of the workbook decides.
 */
export function parseNumberText(text: string, decimalSeparator: "." | ","): number | null {
  let rest = text.replace(invisible, "").replace(spaces, " ").trim();
  let sign = 1;
  if (/^\(.*\)$/.test(rest)) {
    sign = -1;
    rest = rest.slice(1, -1).trim();
  }
  // The sign may stand on either side of the currency: -$5, $-5.
  for (let turn = 0; turn < 2; turn++) {
    rest = rest.replace(currencySigns, "").trim();
    const signed = /^([-+−–]) ?(?=\S)/.exec(rest);
    if (!signed) continue;
    if (sign < 0 || turn > 0) return null;
    if (signed[1] !== "+") sign = -1;
    rest = rest.slice(signed[0].length);
  }
  const size = parseUnsigned(rest, decimalSeparator);
  return size === null ? null : size === 0 ? 0 : sign * size;
}

function parseUnsigned(text: string, decimalSeparator: "." | ","): number | null {
  const point = text.indexOf(".");
  if (point >= 0) {
    const whole = text.slice(0, point);
    const grouped = whole === "" || plain.test(whole) || spacedGroups.test(whole) || commaGroups.test(whole);
    return grouped ? joined(whole, text.slice(point + 1)) : null;
  }
  const comma = text.indexOf(",");
  if (comma < 0) return plain.test(text) || spacedGroups.test(text) ? joined(text, null) : null;
  if (commaGroups.test(text)) {
    const severalGroups = text.indexOf(",", comma + 1) > 0;
    // `0,123` cannot be grouped: nobody writes a group of thousands after a leading zero.
    if (severalGroups || (decimalSeparator === "." && !text.startsWith("0"))) return joined(text, null);
  }
  const whole = text.slice(0, comma);
  return whole === "" || plain.test(whole) || spacedGroups.test(whole)
    ? joined(whole, text.slice(comma + 1))
    : null;
}

function joined(whole: string, fraction: string | null): number | null {
  if (fraction !== null && !plain.test(fraction)) return null;
  return Number(`${whole.replace(/[ ,]/g, "") || "0"}.${fraction ?? "0"}`);
}
