import { thirdPartyNotices } from "../../scripts/manifest/third-party-notices";

const entry = { name: "b", version: "1.0.0", license: "MIT", licenseText: "Text of b." };

test("every package has its name, version, licence and the licence's text, by name", () => {
  const text = thirdPartyNotices([
    entry,
    { ...entry, name: "a", version: "2.0.0", license: "ISC", licenseText: "Text of a.\n", author: "Ann" },
  ]);
  expect(text.indexOf("a 2.0.0 (ISC)\nAnn\n\nText of a.\n")).toBeGreaterThan(0);
  expect(text.indexOf("b 1.0.0 (MIT)\n\nText of b.\n")).toBeGreaterThan(text.indexOf("Text of a."));
});

test("a package that names the MIT licence without its text gets the text", () => {
  expect(thirdPartyNotices([{ ...entry, licenseText: null }])).toMatch(
    /Copyright \(c\) the authors of b\n\nPermission is hereby granted, free of charge[\s\S]*IN THE\nSOFTWARE\.\n$/,
  );
});

test("a package without the text of another licence stops the build", () => {
  expect(() => thirdPartyNotices([{ ...entry, license: "Apache-2.0", licenseText: null }])).toThrow(
    "b comes without the text of its licence (Apache-2.0)",
  );
});
