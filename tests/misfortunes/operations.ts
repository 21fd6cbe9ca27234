import { defaultPolicy, Problem } from "../../src/portfolio";
import {
  addSampleList,
  classifyAndReport,
  classifyRows,
  dossier,
  findSources,
  portfolioReport,
  type RunOutcome,
  type RunRequest,
  scenario,
  type TakenBack,
  type UndoableTrace,
} from "../../src/workbook";
import { addScoreColumns } from "../../src/workbook/score-columns/add-score-columns";
import { removeKeyfolio } from "../../src/workbook/undo/remove-keyfolio";
import { undoRun } from "../../src/workbook/undo/undo-run";
import { clientNames } from "./drawn-cells";
import type { Scene } from "./scene";

/** What a run gave: its outcome as far as it concerns the list, or what stopped it. */
export interface Ending {
  problem: Problem["detail"] | null;
  /** Thrown by the run though it is no Problem: a defect by itself. */
  thrown: unknown;
  outcome: Pick<RunOutcome, "list" | "classification" | "language"> | null;
  /** Identifier of a sheet that the run added for the user. */
  sheetId: string | null;
  /** What it takes to undo it. */
  trace: UndoableTrace | null;
  /** What was taken back, of a run that takes back. */
  taken: TakenBack | null;
}

/** Something that a user starts. */
export interface Operation {
  name: string;
  scenes: readonly Scene["kind"][];
  /** How often it is drawn beside the others: a report costs ten times what columns cost. */
  share: number;
  /** Whether it writes beside the list, and whether it makes the sheets of the report. */
  classifies: boolean;
  reports: boolean;
  /** Whether it puts empty columns for scores beside the list. */
  scores: boolean;
  /** What must have been done before there is anything to take back; null for what writes. */
  takesBack: { work: "undo" | "remove"; of: Operation } | null;
  /** What has been run before a later run, or before the later run that is taken back: it leaves that something to do. */
  earlier: Operation["run"];
  /** @param trace of what was done before, where it takes back */
  run: (request: RunRequest, trace?: UndoableTrace) => Promise<Partial<Ending>>;
}

type Written = NonNullable<Ending["outcome"]> & { trace: UndoableTrace };

const ofList = async (run: Promise<Written>): Promise<Partial<Ending>> => {
  const outcome = await run;
  return { outcome, trace: outcome.trace };
};

const inLists = ["region", "table"] as const;

const writing = (
  name: string,
  share: number,
  does: Partial<Pick<Operation, "scenes" | "classifies" | "reports" | "scores" | "earlier">>,
  run: Operation["run"],
): Operation => ({
  name,
  share,
  scenes: inLists,
  classifies: false,
  reports: false,
  scores: false,
  takesBack: null,
  earlier: run,
  ...does,
  run,
});

const supposed = { change: { kind: "buysLess", part: 0.5 }, fixedCosts: 0, discounts: [] } as const;

/** One criterion of each axis. */
export const wantedScores = [
  { axis: "attractiveness", header: "Attractiveness: growth potential" },
  { axis: "loyalty", header: "Loyalty: price" },
] as const;

/** As the pane adds them: to the list that it shows. */
async function scoreColumns(
  { sheet }: RunRequest,
  criteria: readonly (typeof wantedScores)[number][] = wantedScores,
): Promise<Partial<Ending>> {
  const { options, selected } = await findSources();
  const onSheet = options.filter((option) => option.sheet === (sheet ?? "Clients"));
  // Of the lists on a sheet the one of clients, also where rows or columns moved while they were looked for.
  const ofClients = onSheet.filter(({ name }) => name !== "Plan");
  const chosen = ofClients.find(({ kind }) => kind === "table") ?? ofClients.at(0) ?? onSheet.at(0);
  const wanted = chosen?.reference ?? selected ?? options.at(0)?.reference;
  // The pane offers nothing then.
  if (!wanted) throw new Problem({ kind: "noList", sheet: null });
  const { kaism } = defaultPolicy;
  const trace = await addScoreColumns({
    source: wanted,
    criteria,
    scale: kaism.scale,
    cuts: { attractiveness: kaism.attractivenessCut, loyalty: kaism.loyaltyCut },
    language: "en",
  });
  return { trace };
}

const written: readonly Operation[] = [
  writing("classify", 10, { classifies: true }, (request) => ofList(classifyRows(request))),
  writing("report", 1, { reports: true }, (request) => ofList(portfolioReport(request))),
  writing("classify and report", 1, { classifies: true, reports: true }, (request) =>
    ofList(classifyAndReport(request)),
  ),
  writing("dossier", 1, { reports: true }, (request) =>
    ofList(dossier({ ...request, client: clientNames[0] })),
  ),
  writing("scenario", 1, { reports: true }, (request) =>
    ofList(scenario({ ...request, scenario: { ...supposed, clients: [clientNames[0]] } })),
  ),
  writing("list of clients", 4, { scenes: ["lines"], classifies: true }, (request) =>
    ofList(classifyRows(request)),
  ),
  writing(
    "score columns",
    2,
    { scores: true, earlier: (request) => scoreColumns(request, wantedScores.slice(0, 1)) },
    (request) => scoreColumns(request),
  ),
  writing("sample", 1, {}, async ({ displayLanguage }) => {
    let trace: UndoableTrace | null = null;
    const { sheetId } = await addSampleList(displayLanguage, (added) => (trace = added));
    return { sheetId, trace };
  }),
];

/** Undoing a run, or removing everything, once it has been done. */
const takingBack = (work: "undo" | "remove", of: Operation): Operation => ({
  ...of,
  name: `${work} ${of.name}`,
  share: of.name === "classify" ? 3 : 1,
  takesBack: { work, of },
  run: async (_, trace) => ({ taken: await (work === "undo" ? undoRun(trace!) : removeKeyfolio()) }),
});

export const operations: readonly Operation[] = [
  ...written,
  ...written.map((operation) => takingBack("undo", operation)),
  // Nobody knows of a sample who has brought it into the workbook: it stays.
  ...written.filter(({ name }) => name !== "sample").map((operation) => takingBack("remove", operation)),
];

const nothing: Ending = {
  problem: null,
  thrown: null,
  outcome: null,
  sheetId: null,
  trace: null,
  taken: null,
};

/** Runs to the end, whatever comes. */
export async function endingOf(run: ReturnType<Operation["run"]>): Promise<Ending> {
  try {
    return { ...nothing, ...(await run) };
  } catch (error) {
    const detail = (error as Partial<Problem> | null)?.detail;
    return detail ? { ...nothing, problem: detail } : { ...nothing, thrown: error };
  }
}
