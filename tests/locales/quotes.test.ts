import { quotedIn } from "../../src/locales/wording/quotes";

test.each([
  ["Sales", "“Sales”", "«Sales»"],
  ["ООО «Ромашка»", "“ООО ‘Ромашка’”", "«ООО „Ромашка“»"],
  ['ООО "Ромашка"', "“ООО ‘Ромашка’”", "«ООО „Ромашка“»"],
  ["The “Acorn” firm", "“The ‘Acorn’ firm”", "«The „Acorn“ firm»"],
  [" Oak ", "“Oak”", "«Oak»"],
  ['pipe 5" thick', '“pipe 5" thick”', '«pipe 5" thick»'],
])("%s in quotation marks never holds the same ones", (name, english, russian) => {
  expect(quotedIn.en(name)).toBe(english);
  expect(quotedIn.ru(name)).toBe(russian);
});
