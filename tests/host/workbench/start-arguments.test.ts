import { readArguments } from "../../../src/host/workbench/server/arguments";

describe("npm start", () => {
  test("serves on port 3000, reloads the pane, and opens a browser", () => {
    expect(readArguments([], {})).toEqual({ port: 3000, mode: "development", open: true, files: null });
  });

  test("takes port, mode and a folder of workbooks", () => {
    expect(
      readArguments(["--port", "3109", "--mode=production", "--no-open", "--files", "books"], {}),
    ).toEqual({ port: 3109, mode: "production", open: false, files: "books" });
  });

  test("opens no browser where nobody sits", () => {
    expect(readArguments([], { CI: "true" }).open).toBe(false);
  });

  test.each([
    [["--port", "0"], /--port/],
    [["--port", "many"], /--port.*"many"/],
    [["--mode", "fast"], /--mode.*"fast"/],
    [["--lang", "ru"], /--lang/],
    [["clients.xlsx"], /clients\.xlsx/],
  ])("%j is refused by name", (argv, message) => {
    expect(() => readArguments(argv, {})).toThrow(message);
  });
});
