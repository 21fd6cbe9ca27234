/** Excel on the web: 5 MB for a request and for an answer (learn.microsoft.com, "Resource limits and performance optimization for Office Add-ins"). */
export const payloadLimitOnTheWeb = 5 * 1024 * 1024;

/** Length of a text in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) {
      // Two code units of a surrogate pair make four bytes, every other unit above U+07FF three.
      bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
    }
  }
  return bytes;
}
