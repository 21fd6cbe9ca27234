import { candidatesIn, readFacts, type Candidate } from "./candidates";
import { addressOfArea } from "../list-place";
import { hasMoved, isGone, problemOf } from "../../office-problem";
import type { SourceChoices, SourceOption } from "../../operations";
import { readWorkbookState } from "../workbook-state";

/** Looks until no sheet goes, and no cell moves, meanwhile. */
const attempts = 3;

/**
 * The lists of the workbook to choose from: every table, and the cells around the likeliest header row of every sheet. One of
 * the active sheet comes first where it reads as a list of clients, or where the cursor was put into it.
 * Hidden sheets and sheets of the report are left out.
 *
 * @throws Problem, and nothing else
 */
export async function findSources(): Promise<SourceChoices> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await Excel.run(sourcesIn);
    } catch (error) {
      // A sheet or table was removed since the first request, or cells have moved.
      if (!(isGone(error) || hasMoved(error)) || attempt === attempts) throw problemOf(error);
    }
  }
}

async function sourcesIn(context: Excel.RequestContext): Promise<SourceChoices> {
  const state = await readWorkbookState(context);
  const sheets = state.sheets.filter(({ visible, isReport }) => visible && !isReport);
  const candidates = await candidatesIn(context, state, await readFacts(context, state, sheets));
  const canBeMeant = ({ isChosen, reads }: Candidate) => isChosen || reads > 0;
  const isSelected = (candidate: Candidate) => candidate.isSelected && canBeMeant(candidate);
  const isActive = (candidate: Candidate) =>
    candidate.found.sheet.name === state.active.sheet && canBeMeant(candidate);
  const ordered = [
    ...candidates.filter(isSelected),
    ...candidates.filter((candidate) => !isSelected(candidate) && isActive(candidate)),
    ...candidates.filter((candidate) => !isSelected(candidate) && !isActive(candidate)),
  ];
  return {
    options: ordered.map(optionOf),
    selected: ordered.length > 0 && isSelected(ordered[0]) ? optionOf(ordered[0]).reference : null,
  };
}

function optionOf({ found, area }: Candidate): SourceOption {
  const { sheet } = found;
  return {
    reference: { sheetId: sheet.id, tableId: found.kind === "table" ? found.table.id : null },
    name: found.kind === "table" ? found.table.name : sheet.name,
    sheet: sheet.name,
    kind: found.kind,
    address: addressOfArea(sheet.name, area),
  };
}
