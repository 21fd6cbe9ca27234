/** Texts one after the other, each closed by a full stop of its own where it has none. */
export function inSentences(texts: readonly string[]): string {
  return texts.map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`)).join(" ");
}
