import type { Problem } from "../../src/portfolio";
import {
  addSampleList,
  classifyAndReport,
  classifyRows,
  dossier,
  portfolioReport,
  type RunOutcome,
  type RunRequest,
} from "../../src/workbook";
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
  run: (request: RunRequest) => Promise<Pick<Ending, "outcome" | "sheetId">>;
}

const ofList = async (run: Promise<Ending["outcome"]>) => ({ outcome: await run, sheetId: null });

export const operations: readonly Operation[] = [
  {
    name: "classify",
    scenes: ["region", "table"],
    share: 10,
    classifies: true,
    reports: false,
    run: (request) => ofList(classifyRows(request)),
  },
  {
    name: "report",
    scenes: ["region", "table"],
    share: 1,
    classifies: false,
    reports: true,
    run: (request) => ofList(portfolioReport(request)),
  },
  {
    name: "classify and report",
    scenes: ["region", "table"],
    share: 1,
    classifies: true,
    reports: true,
    run: (request) => ofList(classifyAndReport(request)),
  },
  {
    name: "dossier",
    scenes: ["region", "table"],
    share: 1,
    classifies: false,
    reports: true,
    run: (request) => ofList(dossier({ ...request, client: clientNames[0] })),
  },
  {
    name: "list of clients",
    scenes: ["lines"],
    share: 4,
    classifies: true,
    reports: false,
    run: (request) => ofList(classifyRows(request)),
  },
  {
    name: "sample",
    scenes: ["region", "table"],
    share: 1,
    classifies: false,
    reports: false,
    run: async ({ displayLanguage }) => ({
      outcome: null,
      sheetId: (await addSampleList(displayLanguage)).sheetId,
    }),
  },
];

/** Runs to the end, whatever comes. */
export async function endingOf(run: ReturnType<Operation["run"]>): Promise<Ending> {
  try {
    return { ...(await run), problem: null, thrown: null };
  } catch (error) {
    const nothing = { outcome: null, sheetId: null };
    const detail = (error as Partial<Problem> | null)?.detail;
    return detail
      ? { ...nothing, problem: detail, thrown: null }
      : { ...nothing, problem: null, thrown: error };
  }
}
