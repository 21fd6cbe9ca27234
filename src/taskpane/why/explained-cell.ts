/** From the cell that is selected to what is explained of it. */
import { explanationTextsOf } from "../../locales/explanation-texts";
import type { Language } from "../../locales";
import { columnIndex, type Classification, type ResultColumn } from "../../portfolio";
import {
  type ClientExplanation,
  type ClientFigure,
  Explainer,
  type Explanation,
  type FigureExplanation,
  clientFigureNames,
} from "../../portfolio/explanations";
import type { SelectedCell } from "../../workbook/following/selected-cell";
import { reportWords, type ReportWords } from "./report-figures";

/** A figure in words. */
export interface ExplainedFigure {
  heading: string;
  sentences: readonly string[];
  /** Rule, limits in force and day. */
  frame: string;
  /** Cells that it was computed from. */
  areas: readonly string[];
}

/** What the card shows. */
export interface Explained {
  /** Whom it is about; null for the whole portfolio. */
  name: string | null;
  figures: readonly ExplainedFigure[];
  /** Everything else about the client, worked out when it is asked for; null where there is nothing else. */
  further: (() => readonly ExplainedFigure[]) | null;
  /** Why nothing can be said about the client. */
  problem: string | null;
}

const figureOf: Readonly<Record<ResultColumn, ClientFigure>> = {
  share: "share",
  status: "status",
  abc: "abc",
  xyz: "xyz",
  quadrant: "quadrant",
  activity: "activity",
  reason: "reasons",
  action: "action",
  pinned: "pin",
};

/** What a client's own row tells first. */
const ofRow: readonly ClientFigure[] = ["action", "status", "abc"];

interface Known {
  explainer: Explainer;
  words: ReportWords;
}

const known = new WeakMap<Classification, Known>();

function knownOf(classification: Classification): Known {
  let own = known.get(classification);
  if (!own) {
    own = { explainer: new Explainer(classification), words: reportWords(classification) };
    known.set(classification, own);
  }
  return own;
}

/** Column of the sheet that holds the clients' names. */
export const clientColumnOf = ({ portfolio }: Classification): number =>
  columnIndex(portfolio.reading.client.letters);

/** What is to be said of a cell; null where there is nothing. */
export function explainedCell(
  classification: Classification,
  cell: SelectedCell,
  language: Language,
): Explained | null {
  if (cell.report) return explainedOfReport(classification, cell.report, language);
  const { list, clients } = classification.portfolio;
  const isInList = cell.sheet === list.sheet && cell.row > list.top && cell.row <= list.top + list.rowCount;
  const { left } = list;
  const width = (list.columns.at(-1)?.index ?? 0) + 1;
  const isInside = cell.column >= left && cell.column < left + width;
  if (!isInList || !(isInside || cell.result)) return null;
  const client = clientOfRow(classification, cell);
  if (client === null) return null;
  if (client < 0) return problem(String(cell.name), explanationTextsOf[language].unknownClient);
  return ofClient(
    classification,
    client,
    cell.result ? [figureOf[cell.result]] : ofRow,
    language,
    clients[client],
  );
}

/** The client of a row; −1 where the list has changed since it was read, null where the row is no client's. */
function clientOfRow({ portfolio }: Classification, cell: SelectedCell): number | null {
  const { list, rowClient } = portfolio;
  const column = list.columns.find(
    ({ index }) => list.left + index === columnIndex(portfolio.reading.client.letters),
  );
  const row = cell.row - list.top - 1;
  const nameAt = (at: number) =>
    column?.others.get(at) ?? (Number.isNaN(column?.numbers[at]) ? "" : (column?.numbers[at] ?? ""));
  if (nameAt(row) === cell.name) return rowClient[row] >= 0 ? rowClient[row] : null;
  // Sorted, or rows came in between, since the list was read.
  for (let at = 0; at < list.rowCount; at++) {
    if (rowClient[at] >= 0 && nameAt(at) === cell.name) return rowClient[at];
  }
  return cell.name === "" ? null : -1;
}

function explainedOfReport(
  classification: Classification,
  { table, value, left, above }: NonNullable<SelectedCell["report"]>,
  language: Language,
): Explained | null {
  const { words, explainer } = knownOf(classification);
  const { clients } = classification.portfolio;
  if (table) {
    const header = String(table.header);
    const group = groupIn(classification, table.row);
    const ofGroup = words.ofGroup.get(header);
    if (group && ofGroup) return ofFigure(explainer.figure(ofGroup, { group }), language);
    const name = table.row.find((each) => typeof each === "string" && clients.includes(each));
    if (name === undefined) return null;
    const client = clients.indexOf(String(name));
    if (clients.lastIndexOf(String(name)) !== client) {
      return problem(String(name), explanationTextsOf[language].severalClients);
    }
    const figure = words.ofClient.get(header) ?? "action";
    const isKnown = explainer.ofClient(figure, client) !== null;
    return ofClient(classification, client, [isKnown ? figure : "status"], language, String(name));
  }
  if (value === "" || typeof value === "boolean") return null;
  const label = [String(value), ...left, ...above].find((text) => words.figures.has(text));
  return label === undefined ? null : ofFigure(explainer.figure(words.figures.get(label)!), language);
}

/** The manager or department of a row of a table. */
function groupIn({ managers, departments }: Classification, row: readonly unknown[]) {
  for (const [kind, found] of [
    ["managers", managers],
    ["departments", departments],
  ] as const) {
    const own = found?.groups.find(({ name }) => name === row[0]);
    if (own) return { kind, name: own.name };
  }
  return null;
}

const problem = (name: string, text: string): Explained => ({
  name,
  figures: [],
  further: null,
  problem: text,
});

function ofFigure(explanation: FigureExplanation | null, language: Language): Explained | null {
  if (!explanation) return null;
  const texts = explanationTextsOf[language];
  const [heading, ...sentences] = texts.figure(explanation);
  const { working } = explanation;
  const areas =
    working.by === "sum"
      ? working.of.flatMap(({ cells }) => cells.areas)
      : "of" in working && "cells" in working.of
        ? working.of.cells.areas
        : [];
  return {
    name: null,
    figures: [{ heading, sentences, frame: texts.frame(explanation), areas }],
    further: null,
    problem: null,
  };
}

function ofClient(
  classification: Classification,
  client: number,
  first: readonly ClientFigure[],
  language: Language,
  name: string,
): Explained {
  const { explainer } = knownOf(classification);
  const explained = (figures: readonly ClientFigure[]) =>
    figures.flatMap((figure) => {
      const explanation = explainer.ofClient(figure, client);
      return explanation ? [inWords(explanation, language)] : [];
    });
  return {
    name,
    figures: explained(first),
    further: () => explained(clientFigureNames.filter((figure) => !first.includes(figure))),
    problem: null,
  };
}

function inWords(explanation: ClientExplanation, language: Language): ExplainedFigure {
  const texts = explanationTextsOf[language];
  const write = texts.client[explanation.kind] as (of: ClientExplanation) => string[];
  return {
    heading: texts.names[explanation.kind],
    sentences: write(explanation),
    frame: texts.frame(explanation),
    areas: areasOf(explanation),
  };
}

/** Cells of all that went in, each once. */
function areasOf(explanation: Explanation): readonly string[] {
  const areas = new Set<string>();
  const look = (value: unknown): void => {
    if (!value || typeof value !== "object" || ArrayBuffer.isView(value)) return;
    if ("areas" in value) for (const area of value.areas as string[]) areas.add(area);
    else for (const inner of Object.values(value)) look(inner);
  };
  if ("inputs" in explanation) look(explanation.inputs);
  return [...areas];
}
