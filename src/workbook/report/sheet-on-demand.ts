/** Sheets that somebody asks for, one at a time: the dossier of a client, a scenario. */
import { identityOf, Problem, type Classification } from "../../portfolio";
import { readAndClassify, type ClassifiedSource } from "../columns/classified-source";
import { asOwnWork } from "../following/own-work";
import type { RunOptions, RunRequest } from "../run-options";
import { firstRowOf, identityOfPlace } from "../source/list-place";
import { endOfReport, writingSheets, type ReportedRun } from "./portfolio-report";
import type { OnDemandSheet } from "./on-demand/write-sheet";

/**
 * Classifies the list and makes the dossier of a client, or makes it again on the sheet that it had: the one named in the
 * request, else the one whose row is selected.
 *
 * @throws Problem, and nothing else; noSuchClient, noClientSelected
 */
export function dossier(request: RunRequest, options: RunOptions = {}): Promise<ReportedRun> {
  return sheetOnDemand(request, options, (found) => ({
    kind: "dossier",
    client: clientOf(found, request.client),
  }));
}

/**
 * Classifies the list and writes a what-if of the pane as a sheet; the same one again onto the sheet that it had.
 *
 * @throws Problem, and nothing else; noSuchClient
 */
export function scenario(request: RunRequest, options: RunOptions = {}): Promise<ReportedRun> {
  return sheetOnDemand(request, options, ({ classification }) => {
    const { clients, ...supposed } = request.scenario!;
    const positions = new Set(clients.map((name) => clientNamed(classification, name)));
    return { kind: "scenario", scenario: { ...supposed, clients: positions } };
  });
}

async function sheetOnDemand(
  request: RunRequest,
  options: RunOptions,
  sheetFor: (found: ClassifiedSource) => OnDemandSheet,
): Promise<ReportedRun> {
  let brought: ClassifiedSource | null = null;
  try {
    return await asOwnWork(() =>
      Excel.run(async (context) => {
        const found = (brought = await readAndClassify(context, request, options));
        const { source, classification, language, costs, made } = found;
        const wanted = sheetFor(found);
        const { report, trace } = await writingSheets(context, language, async () => {
          options.onProgress?.("report", 0);
          const { writeSheetOnDemand } = await import(
            /* webpackChunkName: "report" */ "./on-demand/write-sheet"
          );
          if (options.signal?.aborted) throw new Problem({ kind: "cancelled" });
          return {
            report: await writeSheetOnDemand(context, source.workbook, classification, wanted, {
              language,
              staysInView: request.isUnattended,
            }),
          };
        });
        return {
          list: source.list,
          classification,
          language,
          identity: identityOfPlace(source.place),
          costs,
          report,
          moves: null,
          trace: { columns: null, made, runs: null, activeSheet: trace.activeSheet, report: trace },
        };
      }),
    );
  } catch (error) {
    throw endOfReport(error, brought);
  }
}

/** The client by its name in the portfolio, or by the row that is selected in the list. */
function clientOf({ source, classification }: ClassifiedSource, name: string | undefined): number {
  if (name !== undefined) return clientNamed(classification, name);
  const { place, workbook } = source;
  const { sheet, cell } = workbook.active;
  const row = sheet === place.sheet && cell ? cell.row - firstRowOf(place) : -1;
  const client = classification.portfolio.rowClient[row] ?? -1;
  if (client < 0) throw new Problem({ kind: "noClientSelected" });
  return client;
}

function clientNamed({ portfolio }: Classification, name: string): number {
  const exact = portfolio.clients.indexOf(name);
  const identity = identityOf(name);
  const client =
    exact >= 0
      ? exact
      : portfolio.clients.findIndex((other) => identity !== "" && identityOf(other) === identity);
  if (client < 0) throw new Problem({ kind: "noSuchClient", client: name });
  return client;
}
