/** Bytes 0x80 to 0x9F of windows-1252, which Node 20 gives as control characters. */
const signs = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * The text that bytes are in an encoding, with its byte order mark if it has one.
 * @param encoding a label that `TextDecoder` knows
 * @throws RangeError for another label, TypeError for bytes that are no text in the encoding when `fatal`
 */
export function encodedText(bytes: Uint8Array, encoding: string, fatal: boolean): string {
  const decoder = new TextDecoder(encoding, { fatal, ignoreBOM: true });
  const text = decoder.decode(bytes);
  if (decoder.encoding !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (letter) => signs[letter.charCodeAt(0) - 0x80]);
}
