import { hasDesktopExcel, withoutExcel } from "../../scripts/excel/desktop-excel";

test("there is no desktop Excel for Linux", () => {
  expect(hasDesktopExcel("linux")).toBe(false);
});

test("the first line without Excel says what is needed; the others what can be done", () => {
  const [first, ...others] = withoutExcel.split("\n");
  expect(first).toMatch(/^Excel for Windows or macOS is needed/);
  expect(others.join("\n")).toMatch(/npm start[\s\S]*Upload My Add-in[\s\S]*dist\/manifest\.xml/);
});
