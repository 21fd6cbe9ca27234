import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { type StartedExcel, startExcel } from "../excel";
import { sheetOf } from "../workbook-records";

/**
 * The model against what Microsoft published: a class offers add-ins nothing that Office.js does not have, and each member only
 * from the requirement set on that its documentation (the published typings) names.
 */
type ModelClass = (new (...args: never[]) => object) & { $since?: Record<string, string | number> };

const modelFolder = join(__dirname, "../../src/host/model");

let excel: StartedExcel;
/** "Range.hasSpill" → "1.12"; null for members whose documentation names no set of ExcelApi. */
let documented: Map<string, string | null>;
let classes: [string, ModelClass][];

beforeAll(async () => {
  excel = await startExcel([sheetOf("A", [])]);
  const published = excel.window.Excel as unknown as Record<string, unknown>;
  documented = documentedMembers();
  const modules = await Promise.all(
    readdirSync(modelFolder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => import(join(modelFolder, file)) as Promise<Record<string, unknown>>),
  );
  classes = modules
    .flatMap((module) => Object.entries(module))
    .filter((entry): entry is [string, ModelClass] => typeof entry[1] === "function" && entry[0] in published)
    .filter(([, type]) => type.prototype !== undefined);
});

afterAll(() => excel.stop());

/** Members of the classes of the namespace Excel in the published typings, with the set that their comment names. */
function documentedMembers(): Map<string, string | null> {
  const text = readFileSync(require.resolve("@types/office-js/index.d.ts"), "utf8");
  const source = ts.createSourceFile("index.d.ts", text, ts.ScriptTarget.Latest);
  const members = new Map<string, string | null>();
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== "Excel") {
      continue;
    }
    const { statements } = statement.body as ts.ModuleBlock;
    for (const type of statements.filter(ts.isClassDeclaration)) {
      for (const member of type.members) {
        if (member.name && ts.isIdentifier(member.name)) {
          const comment = text.slice(member.getFullStart(), member.getStart(source));
          members.set(
            `${type.name?.text}.${member.name.text}`,
            /\[Api set: ExcelApi (\d+\.\d+)/.exec(comment)?.[1] ?? null,
          );
        }
      }
    }
  }
  return members;
}

/** Names that begin with an underscore are the client's own and stand in no documentation. */
const offered = ([name, type]: [string, ModelClass]) =>
  Object.getOwnPropertyNames(type.prototype)
    .filter((member) => member !== "constructor" && !/^[$_]/.test(member))
    .map((member) => ({ member: `${name}.${member}`, since: String(type.$since?.[member] ?? "1.1") }));

const minor = (version: string) => Number(version.split(".")[1]);

test("there are classes to look at, and documentation for them", () => {
  expect(classes.map(([name]) => name)).toEqual(
    expect.arrayContaining(["Range", "Worksheet", "Table", "Workbook"]),
  );
  expect(documented.get("Range.getSpillParent")).toBe("1.12");
});

test("what the model offers is a documented member of Office.js", () => {
  const unknown = classes.flatMap(offered).filter(({ member }) => !documented.has(member));
  expect(unknown.map(({ member }) => member)).toEqual([]);
});

test("a member above ExcelApi 1.9 is declared as such, by the number of its documentation", () => {
  const wrong = classes.flatMap(offered).filter(({ member, since }) => {
    const level = documented.get(member) ?? "1.1";
    return (minor(level) > 9 || minor(since) > 9) && level !== since;
  });
  expect(
    wrong.map(({ member, since }) => `${member}: ${since}, documented ${documented.get(member)}`),
  ).toEqual([]);
});

test("what the client itself registers and validates by is known to it", () => {
  const published = excel.window.Excel as unknown as Record<string, { prototype: object }>;
  const unknown = classes.flatMap(([name, type]) =>
    Object.getOwnPropertyNames(type.prototype)
      .filter((member) => member.startsWith("_") && !(member in published[name].prototype))
      .map((member) => `${name}.${member}`),
  );
  expect(unknown).toEqual([]);
});
