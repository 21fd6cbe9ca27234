import fc from "fast-check";
import { readQuery, writeQuery, type WorkbenchQuery } from "../../../src/host/workbench/query";
import { apiLevels } from "../../../src/host/workbench/settings";

const settings = fc.record({
  language: fc.constantFrom("en" as const, "ru" as const),
  theme: fc.constantFrom("light" as const, "dark" as const, "contrast" as const),
  apiLevel: fc.constantFrom(...apiLevels),
  mode: fc.constantFrom("desktop" as const, "web" as const),
});

describe("the query of the workbench's address", () => {
  test("without one, the workbench is today's Excel in English with the sample open", () => {
    expect(readQuery("")).toEqual({
      settings: { language: "en", theme: "light", apiLevel: "1.20", mode: "desktop" },
      file: null,
    });
  });

  test("names language, theme, API level, kind of Excel and a file", () => {
    expect(readQuery("?file=files/Northwind.xlsx&lang=ru-RU&theme=dark&api=1.9&mode=web")).toEqual({
      settings: { language: "ru", theme: "dark", apiLevel: "1.9", mode: "web" },
      file: "files/Northwind.xlsx",
    });
  });

  test.each(["?theme=pink", "?api=1.2", "?api=2.0", "?mode=phone", "?lang=de", "?other=1"])(
    "%s asks for nothing that exists: the default stays",
    (search) => {
      expect(readQuery(search)).toEqual(readQuery(""));
    },
  );

  test("writes what it reads, whatever the settings and the file's name", () => {
    fc.assert(
      fc.property(
        fc.record<WorkbenchQuery>({
          settings,
          file: fc.option(fc.string({ unit: "grapheme", minLength: 1 }), { nil: null }),
        }),
        (query) => {
          expect(readQuery(writeQuery(query))).toEqual(query);
        },
      ),
    );
  });

  test("says only what differs from the default", () => {
    expect(writeQuery(readQuery(""))).toBe("");
    expect(writeQuery(readQuery("?theme=dark&api=1.20&lang=en"))).toBe("?theme=dark");
    expect(writeQuery(readQuery("?file=files/a.xlsx"))).toBe("?file=files/a.xlsx");
  });
});
