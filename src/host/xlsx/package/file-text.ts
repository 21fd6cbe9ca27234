/**
 * Characters that XML cannot hold stand in the file as `_x000B_`; a text that looks like such an escape
 * has its underscore escaped. U+007F is legal there, but the library drops it (ECMA-376 Part 1, 22.9.2.19, ST_Xstring).
 */
export function decodedText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The reverse of `decodedText`. */
export function encodedText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\u007F\uFFFE\uFFFF]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
    });
}

/** Text for an XML element or a double-quoted attribute; line breaks and tabs survive in both. */
export function escapedXml(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (character) => entities[character]);
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};
