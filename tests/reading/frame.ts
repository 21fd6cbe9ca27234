import fc from "fast-check";
import { Draws } from "../draws";
import { type Frame, plainFrame } from "./list-drawing";
import { seldom } from "./layout";
import type { Language } from "./truth";

/** What stands around a list, as choices. */
export interface FrameChoices {
  top: number;
  left: number;
  titles: number;
  filters: boolean;
  gapAbove: boolean;
  gaps: boolean;
  gapBelowHeader: boolean;
  notes: boolean;
  boldHeader: boolean;
  bands: Frame["bands"];
  other: "none" | "above" | "beside";
}

export const frameChoices: fc.Arbitrary<FrameChoices> = fc.record({
  top: fc.integer({ min: 0, max: 4 }),
  left: fc.integer({ min: 0, max: 3 }),
  titles: fc.integer({ min: 0, max: 3 }),
  filters: seldom(4),
  gapAbove: fc.boolean(),
  gaps: seldom(6),
  gapBelowHeader: seldom(8),
  notes: seldom(4),
  boldHeader: fc.boolean(),
  bands: fc.constantFrom<Frame["bands"]>("merged", "once", "each"),
  other: fc.integer({ min: 0, max: 9 }).map((n) => (n < 8 ? "none" : n === 8 ? "above" : "beside")),
});

const texts = {
  en: {
    titles: ["Demo Traders", "Sales by customer", "January - December 2025"],
    filters: ["Region|All", "Status|Posted", "Company|Demo Traders"],
    notes: ["* figures without returns", "Printed on 12.01.2026"],
    other: [
      ["Manager", "Plan"],
      ["Team A", 120_000],
      ["Team B", 90_000],
      ["Team C", 75_000],
    ],
  },
  ru: {
    titles: ["Торговый дом «Пример»", "Продажи по контрагентам", "Период: 01.01.2025 - 31.12.2025"],
    filters: ["Организация:|Торговый дом", 'Отбор:|Вид операции Равно "Продажа"', "Валюта:|руб."],
    notes: ["* без учёта возвратов", "Исполнитель: Иванова А.П."],
    other: [
      ["Менеджер", "План"],
      ["Группа А", 120_000],
      ["Группа Б", 90_000],
      ["Группа В", 75_000],
    ],
  },
};

/** The frame of a list with so many columns. */
export function frameOf(choices: FrameChoices, language: Language, columns: number, draws: Draws): Frame {
  const { titles, filters, notes, other } = texts[language];
  const above = [
    ...titles.slice(0, choices.titles),
    ...(choices.filters ? [...(choices.titles > 0 ? [""] : []), ...filters] : []),
  ];
  const { top, left, gapBelowHeader, boldHeader, bands } = choices;
  return {
    ...plainFrame,
    top,
    left,
    gapBelowHeader,
    boldHeader,
    bands,
    above: above.length > 0 && choices.gapAbove ? [...above, ""] : above,
    gaps: choices.gaps && columns > 2 ? [draws.integer(0, columns - 2)] : [],
    below: choices.notes ? notes : [],
    other: choices.other === "none" ? null : { place: choices.other, rows: other },
  };
}
