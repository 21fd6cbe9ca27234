import { readFileSync } from "node:fs";
import { checkManifest } from "../../scripts/manifest/check-manifest";
import type { ServedFiles } from "../../scripts/manifest/manifest";
import { pictureOf } from "../../scripts/icons/drawings";
import { manifest, servedFiles } from "./served";

const address = "https://localhost:3000";
let files: ServedFiles;

beforeAll(async () => {
  files = await servedFiles();
});

/** What the checks say about the manifest with one passage changed. */
function changed(passage: string | RegExp, into: string): string[] {
  const other = manifest.replace(passage, into);
  if (other === manifest) throw new Error(`The manifest has no ${String(passage)}`);
  return checkManifest(other, address, files);
}

test("the manifest of the repository holds", () => {
  expect(checkManifest(manifest, address, files)).toEqual([]);
});

test("XML that is not well-formed is told of, and nothing else", () => {
  const problems = changed("</Hosts>", "");
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^The manifest is not well-formed XML: /);
});

test.each([
  ["a different kind of add-in", 'xsi:type="TaskPaneApp"', 'xsi:type="MailApp"', "TaskPaneApp"],
  ["no support page", /<SupportUrl[\s\S]*?<\/SupportUrl>/, "", "<OfficeApp> has no <SupportUrl>."],
  [
    "elements in another order",
    /(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/,
    "$2$1",
    "<Version> stands too late in <OfficeApp>",
  ],
  [
    "the runtime after what it is for",
    /(<Runtimes>[\s\S]*?<\/Runtimes>)\s*(<AllFormFactors>[\s\S]*?<\/AllFormFactors>)/,
    "$2$1",
    "<Runtimes> stands too late in <Host>",
  ],
  [
    "a picture before the tip",
    /(<Supertip>[\s\S]*?<\/Supertip>)\s*(<Icon>[\s\S]*?<\/Icon>)/,
    "$2$1",
    "stands too late in <Control>",
  ],
  [
    "an unknown element",
    "<FunctionFile",
    '<Hint resid="Page.Url" /><FunctionFile',
    "<DesktopFormFactor> takes no <Hint>.",
  ],
  ["no start", /<GetStarted>[\s\S]*?<\/GetStarted>/, "", "<DesktopFormFactor> has no <GetStarted>."],
  ["no tip", /<Supertip>[\s\S]*?<\/Supertip>/, "", "<Control> has no <Supertip>."],
])("order of elements: %s", (_, passage, into, problem) => {
  expect(changed(passage, into)).toContainEqual(expect.stringContaining(problem));
});

test.each([
  ["an identifier that is no GUID", /<Id>.*<\/Id>/, "<Id>keyfolio</Id>", "is no GUID"],
  ["a short version", "1.0.0.0", "1.0", "<Version> 1.0 is not of the form"],
  ["a version with letters", "1.0.0.0", "1.0.0.0-beta", "is not of the form"],
  ["another default language", "<DefaultLocale>en-US", "<DefaultLocale>ru-RU", "<DefaultLocale>"],
  ["reading only", "ReadWriteDocument", "ReadDocument", "<Permissions>"],
  ["another host", 'Name="Workbook"', 'Name="Document"', "Workbook only"],
  ["a lower floor", 'MinVersion="1.9"', 'MinVersion="1.7"', "ask for ExcelApi 1.9"],
  ["no shared runtime", '<Set Name="SharedRuntime" MinVersion="1.1" />', "", "ask for SharedRuntime 1.1"],
])("identity: %s", (_, passage, into, problem) => {
  expect(changed(passage, into)).toEqual([expect.stringContaining(problem)]);
});

const long = (characters: number) => "x".repeat(characters);

test.each([
  [
    "a long name",
    '<DisplayName DefaultValue="Keyfolio"',
    `<DisplayName DefaultValue="${long(126)}"`,
    "<DisplayName> has 126 characters",
  ],
  [
    "a long description",
    /<Description DefaultValue="[^"]*"/,
    `<Description DefaultValue="${long(251)}"`,
    "<Description> has 251 characters",
  ],
  [
    "a long label",
    'DefaultValue="Classify rows"',
    `DefaultValue="${long(126)}"`,
    "Classify.Label has 126 characters",
  ],
  [
    "a long Russian label",
    'Value="Отчёт по портфелю"',
    `Value="${long(126)}"`,
    "Report.Label, in ru-RU, has 126 characters",
  ],
  [
    "a long Russian tip",
    /Value="Добавляет[^"]*"/,
    `Value="${long(251)}"`,
    "Classify.Tip, in ru-RU, has 251 characters",
  ],
  ["an empty tip", /DefaultValue="Adds[^"]*"/, 'DefaultValue=""', "Classify.Tip is empty"],
  [
    "a label without Russian",
    '<bt:Override Locale="ru-RU" Value="Отчёт по портфелю" />',
    "",
    "Report.Label has to have one text in ru-RU",
  ],
  [
    "a description without Russian",
    /<Override Locale="ru-RU" Value="Находит[^"]*" \/>/,
    "",
    "<Description> has to have one text in ru-RU",
  ],
  [
    "Russian under another name",
    'Locale="ru-RU" Value="Отчёт',
    'Locale="ru" Value="Отчёт',
    "Report.Label has to have one text",
  ],
  [
    "a long namespace",
    'DefaultValue="KAM"',
    `DefaultValue="${long(33)}"`,
    "has 33 characters; Excel takes 32",
  ],
  ["a namespace with a hyphen", 'DefaultValue="KAM"', 'DefaultValue="K-AM"', "letters, digits and points"],
  [
    "a translated namespace",
    'DefaultValue="KAM" />',
    'DefaultValue="KAM"><bt:Override Locale="ru-RU" Value="КАМ" /></bt:String>',
    "the same in every language",
  ],
])("texts: %s", (_, passage, into, problem) => {
  expect(changed(passage, into)).toEqual([expect.stringContaining(problem)]);
});

test("a text as long as Office takes is fine", () => {
  expect(changed('DefaultValue="Classify rows"', `DefaultValue="${long(125)}"`)).toEqual([]);
  expect(changed(/DefaultValue="Adds[^"]*"/, `DefaultValue="${long(250)}"`)).toEqual([]);
});

test.each([
  [
    "a resid without a resource",
    '<Label resid="Group.Label"',
    '<Label resid="Group.Name"',
    ["<Label> Group.Name: there is no such resource.", "Nobody uses the resource Group.Label."],
  ],
  [
    "a resource of another kind",
    '<Description resid="Pane.Tip"',
    '<Description resid="Pane.Label"',
    ["takes a resource of <LongStrings>, not of <ShortStrings>", "Nobody uses the resource Pane.Tip."],
  ],
  [
    "a resource that nobody uses",
    "<bt:ShortStrings>",
    '<bt:ShortStrings><bt:String id="Old" DefaultValue="o"><bt:Override Locale="ru-RU" Value="с" /></bt:String>',
    ["Nobody uses the resource Old."],
  ],
  [
    "two resources of one name",
    "<bt:LongStrings>",
    '<bt:LongStrings><bt:String id="Pane.Label" DefaultValue="o"><bt:Override Locale="ru-RU" Value="с" /></bt:String>',
    ["There are two resources Pane.Label."],
  ],
  [
    "an override without the prefix",
    '<bt:Override Locale="ru-RU" Value="Отчёт по портфелю" />',
    '<Override Locale="ru-RU" Value="Отчёт по портфелю" />',
    ["<Override> ru-RU in <Resources> has to have the prefix bt:."],
  ],
])("resources: %s", (_, passage, into, problems) => {
  const found = changed(passage, into);
  for (const problem of problems) expect(found).toContainEqual(expect.stringContaining(problem));
});

test("an identifier that is too long is told of", () => {
  const found = checkManifest(manifest.replaceAll("Page.Url", long(33)), address, files);
  expect(found).toEqual([expect.stringContaining("an id has 1 to 32 characters")]);
});

test.each([
  ["http", 'SupportUrl DefaultValue="https:', 'SupportUrl DefaultValue="http:', "is not an https address"],
  [
    "another place",
    'SupportUrl DefaultValue="https://localhost:3000',
    'SupportUrl DefaultValue="https://example.com',
    "does not lie below https://localhost:3000",
  ],
  [
    "nothing there",
    "functions.ru-RU.json",
    "functions.ru.json",
    "nothing is served at https://localhost:3000/functions.ru.json",
  ],
  [
    "a help page that is not there",
    /help\/ru-RU\/index\.html/,
    "help/ru-RU/start.html",
    "nothing is served at",
  ],
  [
    "a domain with a path",
    "<AppDomain>https://localhost:3000",
    "<AppDomain>https://localhost:3000/add-in",
    "is not an https address without a path",
  ],
])("addresses: %s", (_, passage, into, problem) => {
  expect(changed(passage, into)).toContainEqual(expect.stringContaining(problem));
});

test.each([
  [
    "a missing size",
    '<bt:Image size="40" resid="Classify.40" />',
    "",
    "Keyfolio.Classify has pictures of 16, 20, 24, 32, 48, 64, 80 pixels",
  ],
  [
    "a wrong size",
    'id="Report.48" DefaultValue="https://localhost:3000/assets/report-48.png"',
    'id="Report.48" DefaultValue="https://localhost:3000/assets/report-64.png"',
    "has 64 × 64 pixels, not 48 × 48",
  ],
  [
    "a small picture for the add-in",
    'HighResolutionIconUrl DefaultValue="https://localhost:3000/assets/keyfolio-64.png"',
    'HighResolutionIconUrl DefaultValue="https://localhost:3000/assets/keyfolio-32.png"',
    "<HighResolutionIconUrl>: https://localhost:3000/assets/keyfolio-32.png has 32 × 32 pixels, not 64 × 64",
  ],
  [
    "no picture at all",
    'IconUrl DefaultValue="https://localhost:3000/assets/keyfolio-32.png"',
    'IconUrl DefaultValue="https://localhost:3000/functions.json"',
    "is no PNG picture",
  ],
])("icons: %s", (_, passage, into, problem) => {
  expect(changed(passage, into)).toContainEqual(expect.stringContaining(problem));
});

test("a picture that is cut off is none", () => {
  const half = readFileSync(pictureOf("report", 16)).subarray(0, 20);
  const found = checkManifest(manifest, address, (path) =>
    path === "assets/report-16.png" ? half : files(path),
  );
  expect(found).toEqual([expect.stringContaining("report-16.png is no PNG picture")]);
});

test.each([
  ["a short life", 'lifetime="long"', 'lifetime="short"', '<Runtime lifetime="long">'],
  [
    "a pane of its own",
    '<Action xsi:type="ShowTaskpane">',
    '<Action xsi:type="ShowTaskpane"><TaskpaneId>Pane</TaskpaneId>',
    "no <TaskpaneId>",
  ],
  [
    "another page for the ribbon",
    '<FunctionFile resid="Page.Url"',
    '<FunctionFile resid="Help.Url"',
    "everybody uses Page.Url",
  ],
  [
    "another page for the pane",
    /(ShowTaskpane">\s*<SourceLocation resid=")Page.Url/,
    "$1Help.Url",
    "everybody uses Page.Url",
  ],
  [
    "another page at the start",
    /(<SourceLocation DefaultValue="[^"]*)taskpane\.html/,
    "$1help/index.html",
    "<DefaultSettings> opens",
  ],
  [
    "formulas in English only",
    /<bt:Override Locale="ru-RU" Value="[^"]*functions\.ru-RU\.json" \/>/,
    "",
    "no Russian version",
  ],
])("shared runtime: %s", (_, passage, into, problem) => {
  expect(changed(passage, into)).toContainEqual(expect.stringContaining(problem));
});

test("formulas that one language does not have are told of", () => {
  const found = checkManifest(manifest, address, (path) =>
    path === "functions.ru-RU.json" ? Buffer.from('{"functions":[{"id":"KEYSHARE"}]}') : files(path),
  );
  expect(found).toEqual([expect.stringContaining("has the formulas KEYSHARE;")]);
});

test.each([
  [
    "two of one name",
    'id="Keyfolio.Report"',
    'id="Keyfolio.Classify"',
    "Two buttons or groups are called Keyfolio.Classify.",
  ],
  ["one without a name", 'id="Keyfolio.Report"', 'id=""', "A <Group> or <Control> has no id."],
  [
    "one without a function",
    "<FunctionName>classifyRows</FunctionName>",
    "",
    "Keyfolio.Classify does nothing",
  ],
  ["one with an unknown action", 'xsi:type="ShowTaskpane"', 'xsi:type="Show"', "Keyfolio.Pane does nothing"],
])("buttons: %s", (_, passage, into, problem) => {
  expect(changed(passage, into)).toContainEqual(expect.stringContaining(problem));
});

test("more buttons than the Home tab may have are told of", () => {
  const button = /<Control [\s\S]*?<\/Control>/.exec(manifest)![0];
  const more = Array.from({ length: 4 }, (_, i) =>
    button.replace('id="Keyfolio.Pane"', `id="More.${i}"`),
  ).join("");
  expect(
    checkManifest(
      manifest.replace("</Group>", () => `${more}</Group>`),
      address,
      files,
    ),
  ).toEqual([expect.stringContaining("There are 7 buttons on the Home tab")]);
});
