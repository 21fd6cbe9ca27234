import { doubtOption } from "../../src/locales/doubt-option";
import type { Alternative, Doubt } from "../../src/portfolio";

const doubt = (about: Doubt["about"], ...alternatives: Alternative[]): Doubt => ({
  about,
  alternatives,
  decided: false,
});

test.each<[Doubt, string | null]>([
  [
    doubt("amount", { label: "Net value", header: "Net value", column: "D", choice: {} }),
    '--column amount="Net value"',
  ],
  [doubt("client", { label: "B", header: "B", column: "B", choice: {} }), '--column client="B"'],
  [
    doubt("amount", { label: 'Amount "A"', header: 'Amount "A"', column: "D", choice: {} }),
    "--column amount=D",
  ],
  [
    doubt("amount", { label: "1 – 3", column: "B–D", months: ["B", "C", "D"], choice: {} }),
    "--column period=B --column period=C --column period=D",
  ],
  [doubt("currency", { label: "EUR", choice: { currency: "EUR" } }), "--currency EUR"],
  [doubt("level", { label: "Aster", choice: { level: 2 } }), "--choose level=3"],
  [doubt("level", { label: "Aster", choice: { level: -1 } }), "--choose level=none"],
  [doubt("dayOrder", { label: "5 June", choice: { dayFirst: true } }), "--choose dates=day-first"],
  [doubt("amount"), null],
])("the first alternative of %j is chosen by %s", (question, option) => {
  expect(doubtOption(question)).toBe(option);
});
