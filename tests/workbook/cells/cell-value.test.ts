import { asText, isNumberLike } from "../../../src/workbook/cells/cell-value";

describe("asText", () => {
  it.each([
    "=SUM(A1)",
    "+7 495 000",
    "-",
    "@home",
    "1/2",
    "12",
    "TRUE",
    "Истина",
    "5%",
    "#REF!",
    "'quoted",
    "May 5, 2024",
    "Q: 5",
    "A:1",
  ])("marks %j so that Excel keeps it as text", (text) => expect(asText(text)).toBe(`'${text}`));

  it.each([
    "",
    "Key",
    "Объём; Партнёр",
    "Win from the competitor: invest selectively",
    "Call: quiet for 6 months; 5.2 M a year",
  ])("leaves %j alone", (text) => expect(asText(text)).toBe(text));
});

describe("isNumberLike", () => {
  it.each([0, -1.5, "1 234,56", "1\u00a0234", "(120)", "₽ 5 000", "1,234.56", "12 %", "100 руб."])(
    "takes %j",
    (value) => expect(isNumberLike(value)).toBe(true),
  );

  it.each(["", "n/a", "Q1 2024", "янв 2024", true, "2024 год", "#DIV/0!"])("refuses %j", (value) =>
    expect(isNumberLike(value)).toBe(false),
  );
});
