import { policyForPreset } from "../../../../src/portfolio";
import { conclusionsOf } from "../../../../src/workbook/report/pages/conclusions";
import { subjectOf } from "../../../../src/workbook/report/pages/subject";
import { classified, today } from "../classified";

const rows = [
  ["Client", "Sales"],
  ["Aster", 300],
  ["Birch", 250],
  ["Cedar", 190],
  ["Dune", 160],
  ["Elm", 100],
];
const said = (preset: string, language: "en" | "ru" = "en") =>
  conclusionsOf(subjectOf(classified(rows, policyForPreset(preset)), language, today))
    .map(({ text }) => text.replaceAll("\u00a0", " "))
    .join("\n");

test("the rule of 2012 names the clients from 20 % on for whose sake others are to be won, though nobody exceeds its limit", () => {
  expect(said("kolotilov-2012")).toContain(
    "From a share of 20% on, the rule advises winning further clients: Aster (30.0%) and Birch (25.0%).",
  );
  expect(said("kolotilov-2012", "ru")).toContain(
    "Уже с доли 20 % правило советует привлекать других клиентов: Aster (30,0 %) и Birch (25,0 %).",
  );
});

test("other rules say no such thing", () => {
  expect(said("delovaya-sreda-2023")).not.toContain("advises to win further");
});
