import { type Connected, connect } from "./ledger";

let excel: Connected;

beforeAll(async () => {
  excel = await connect({
    displayLanguage: "ru-RU",
    dataLanguage: "de-DE",
    documentUrl: "C:\\Sales\\Clients.xlsx",
    theme: { bodyBackgroundColor: "#1F1F1F", bodyForegroundColor: "#F3F2F1" },
  });
});

afterAll(() => excel.close());

test("Office.js takes the host for Excel on Windows", () => {
  const { host, platform, requirements } = excel.page.Office.context;
  expect([host, platform]).toEqual(["Excel", "PC"]);
  expect(["SharedRuntime", "RibbonApi"].map((set) => requirements.isSetSupported(set, "1.1"))).toEqual([
    true,
    true,
  ]);
});

test("the languages and the address are the session's", () => {
  const { displayLanguage, contentLanguage, document } = excel.page.Office.context;
  expect([displayLanguage, contentLanguage, document.url]).toEqual([
    "ru-RU",
    "de-DE",
    "C:\\Sales\\Clients.xlsx",
  ]);
});

test("the colours of the theme arrive as they were given", () => {
  const { bodyBackgroundColor, bodyForegroundColor } = excel.page.Office.context.officeTheme;
  expect([bodyBackgroundColor, bodyForegroundColor]).toEqual(["#1f1f1f", "#f3f2f1"]);
});

test("document settings are read from the store and saved to it", async () => {
  const { settings } = excel.page.Office.context.document;
  expect(settings.get("keyfolio.language")).toBe("ru");
  settings.set("keyfolio.policy", { version: 1, limits: [0.8, 0.95] });
  settings.remove("keyfolio.language");
  expect(excel.settings).toEqual({ "keyfolio.language": '"ru"' });
  await new Promise<void>((saved) => settings.saveAsync(() => saved()));
  expect(excel.settings).toEqual({ "keyfolio.policy": '{"version":1,"limits":[0.8,0.95]}' });
});

test("Office.js asks for no member that the host lacks", () => {
  expect([...excel.session.unknownMembers]).toEqual([]);
});

test("a member that the host lacks is reported by its name", () => {
  const external = excel.session.external as { GetContext: () => object };
  Reflect.get(external, "OpenDialog");
  Reflect.get(external.GetContext(), "GetSomethingNew");
  expect([...excel.session.unknownMembers]).toEqual([
    "window.external.OpenDialog",
    "GetContext().GetSomethingNew",
  ]);
});
