import path from "node:path";
import { readArguments, UsageError } from "../../../src/host/cli/arguments";
import { hostTextsOf } from "../../../src/locales";

const roles = ["client", "amount", "period", "lastContact"];
const read = (...argv: string[]) => readArguments(argv, hostTextsOf.en.headless, roles);
const mistake = (argv: string[], language: "en" | "ru" = "en") => {
  try {
    readArguments(argv, hostTextsOf[language].headless, roles);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    const { message } = error as UsageError;
    expect(message).not.toContain("\n");
    return message;
  }
  throw new Error("no mistake was found");
};

test("without options the output stands beside the input, as a workbook, and nothing is decided", () => {
  expect(read("lists/clients.csv")).toEqual({
    input: path.resolve("lists/clients.csv"),
    output: path.resolve("lists/clients-keyfolio.xlsx"),
  });
});

test("--column may be repeated; a header may hold an equals sign, a role is known in any case", () => {
  const { columns } = read(
    "a.xlsx",
    "--column",
    "client=B",
    "--column=Amount=Net = gross - tax",
    "--column",
    "LASTCONTACT = Last call",
  );
  expect(columns).toEqual([
    { role: "client", column: "B" },
    { role: "amount", column: "Net = gross - tax" },
    { role: "lastContact", column: "Last call" },
  ]);
});

test("a role may be given to several columns, and the same to the same twice", () => {
  const { columns } = read("a.xlsx", "--column", "period=C", "--column", "period=D", "--column", "period=C");
  expect(columns).toEqual([
    { role: "period", column: "C" },
    { role: "period", column: "D" },
  ]);
});

test("--choose answers what else a run asks about", () => {
  const choices = (...given: string[]) =>
    read("a.xlsx", ...given.flatMap((choice) => ["--choose", choice])).choices;
  expect(choices("level=2", "dates=month-first", "total=as-read")).toEqual({
    level: 1,
    dayFirst: false,
    acceptTotal: true,
  });
  expect(choices("level=none", "dates=day-first")).toEqual({ level: -1, dayFirst: true });
  expect(choices()).toBeUndefined();
  for (const wrong of ["level", "level=0", "level=two", "dates=first", "total=1"]) {
    expect(() => choices(wrong)).toThrow(wrong);
  }
});

test("--currency, --rules and --json are taken as given, files with their whole path", () => {
  expect(read("a.xlsx", "--currency", "EUR", "--rules", "r.json", "--json", "out/f.json")).toMatchObject({
    currency: "EUR",
    rulesFile: path.resolve("r.json"),
    figuresFile: path.resolve("out/f.json"),
  });
});

test.each([
  [
    ["a.xlsx", "--column", "client"],
    /--column is a role and a header or a column letter.*not "client"/,
    /--column/,
  ],
  [["a.xlsx", "--column", "=B"], /not "=B"/, /«=B»/],
  [["a.xlsx", "--column", "client="], /not "client="/, /«client=»/],
  [
    ["a.xlsx", "--column", "revenue=B"],
    /"revenue" is no role\. Roles: client, amount, period, lastContact\./,
    /«revenue» нет\. Роли: client, amount/,
  ],
  [
    ["a.xlsx", "--column", "client=B", "--column", "amount=B"],
    /"B" for two roles, client and amount/,
    /«B» для двух ролей: client и amount/,
  ],
  [["a.xlsx", "--column"], /--column needs a value/, /--column нужно значение/],
  [["a.xlsx", "--currency", "--json", "f.json"], /--currency needs a value/, /--currency нужно значение/],
])("%j is answered in one line that names the mistake, in both languages", (argv, english, russian) => {
  expect(mistake(argv)).toMatch(english);
  expect(mistake(argv, "ru")).toMatch(russian);
});

test("the usage names every option", () => {
  for (const language of ["en", "ru"] as const) {
    for (const option of [
      "-o",
      "--sheet",
      "--lang",
      "--column",
      "--currency",
      "--rules",
      "--preset",
      "--periods",
      "--as-of",
      "--json",
    ]) {
      expect(hostTextsOf[language].headless.usage).toContain(`[${option} `);
    }
  }
});
