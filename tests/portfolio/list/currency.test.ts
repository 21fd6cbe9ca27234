import { currencyOf, currencyOfFormat } from "../../../src/portfolio/list/currency";

test.each([
  ["₽", "RUB"],
  ["руб.", "RUB"],
  ["usd", "USD"],
  ["643", "RUB"],
  ["840", "USD"],
  ["шт", null],
])("%s stands for %s", (text, code) => {
  expect(currencyOf(text)).toBe(code);
});

test.each([
  ["General", null],
  ["#,##0.00", null],
  ["0%", null],
  ['#,##0" шт."', null],
  ["[$-409]d mmm yyyy", null],
  ["[Red]#,##0", null],
  ["[$€-407] #,##0.00", "EUR"],
  ["[$$-409]#,##0.00", "USD"],
  ["[$USD] #,##0", "USD"],
  ["#,##0.00 [$₽-419]", "RUB"],
  ['#,##0.00" ₽"', "RUB"],
  ['#,##0 "руб."', "RUB"],
  ["$#,##0.00", "USD"],
  ['_-* #,##0.00\\ _₽_-;-* #,##0.00\\ "₽"_-', "RUB"],
])("the format %s shows %s", (format, code) => {
  expect(currencyOfFormat(format)).toBe(code);
});
