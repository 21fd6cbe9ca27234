import { inSentences } from "../../src/locales/wording/sentences";

test("each text is closed, and none by two full stops", () => {
  expect(
    inSentences(["Secure it: 27 %; the others must grow", "Call by 17 December 2025 г.", "Win back"]),
  ).toBe("Secure it: 27 %; the others must grow. Call by 17 December 2025 г. Win back.");
  expect(inSentences([])).toBe("");
});
