/** Red, green and blue, 0 to 255, of `#RRGGBB`; null for anything else. */
function channels(color: string): readonly [number, number, number] | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color.trim());
  return match && [parseInt(match[1], 16), parseInt(match[2], 16), parseInt(match[3], 16)];
}

/**
 * Relative luminance of a colour, 0 (black) to 1 (white); null when it is not `#RRGGBB`.
 * WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
 */
export function luminance(color: string): number | null {
  const parts = channels(color);
  if (!parts) return null;
  const [red, green, blue] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * Contrast ratio of two colours, 1 to 21; null when one of them is not `#RRGGBB`.
 * WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrast(a: string, b: string): number | null {
  const [first, second] = [luminance(a), luminance(b)];
  if (first === null || second === null) return null;
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}
