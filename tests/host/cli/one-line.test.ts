import { inOneLine } from "../../../src/host/cli/one-line";

test.each([
  [
    "line breaks and tabs are blanks",
    "Sales\r\n  of\u2028 March\tand\u0085April",
    "Sales of March and April",
  ],
  ["nothing steers the terminal", "a\u001b[2J\u0007b\u009b1mc\u0000", "a[2Jb1mc"],
  ["nothing turns the line around", "bill\u202egnp.exe\u202c \u2067x\u2069", "billgnp.exe x"],
  [
    "letters of every language stay",
    "ООО «Ромашка» \u200fשלום 東京 <b> 😀",
    "ООО «Ромашка» \u200fשלום 東京 <b> 😀",
  ],
])("%s", (_, text, line) => expect(inOneLine(text)).toBe(line));
