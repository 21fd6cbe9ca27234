import { candidatesIn, readFacts, type Candidate } from "./candidates";
import { addressOfArea } from "./list-place";
import { problemOf } from "../office-problem";
import type { SourceChoices, SourceOption } from "../operations";
import { readWorkbookState } from "./workbook-state";

/**
 * The lists of the workbook to choose from: every table, and the cells around the likeliest header row of every sheet.
 * Hidden sheets and sheets of the report are left out.
 *
 * @throws Problem, and nothing else
 */
export async function findSources(): Promise<SourceChoices> {
  try {
    return await Excel.run(async (context) => {
      const state = await readWorkbookState(context);
      const sheets = state.sheets.filter(({ visible, isReport }) => visible && !isReport);
      const candidates = await candidatesIn(context, state, await readFacts(context, state, sheets));
      const isActive = ({ found }: Candidate) => found.sheet.name === state.active.sheet;
      const ordered = [
        ...candidates.filter(({ isSelected }) => isSelected),
        ...candidates.filter((candidate) => !candidate.isSelected && isActive(candidate)),
        ...candidates.filter((candidate) => !isActive(candidate)),
      ];
      return {
        options: ordered.map(optionOf),
        selected: ordered[0]?.isSelected ? optionOf(ordered[0]).reference : null,
      };
    });
  } catch (error) {
    throw problemOf(error);
  }
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
