/** What stood under all that is theirs when new columns were dressed, and their marks say so. */
import { isDoneInTwo } from "../../office-problem";
import { namesOf } from "../../marks/own-names";
import { headerLookOf, isPlain } from "../../source/obstacles/header-look";
import { type Dressing, dressingOf, isLoaded, type LookBefore, ownLook } from "../new-column-look";
import type { PlannedColumn } from "../results/result-plan";
import { addedIn, nameIn } from "../results/result-ranges";
import { formatsFound } from "./formats";
import type { Writing } from "../writing";

/**
 * Columns that cannot be taken back have the marks that the list as it was read gave them: what somebody gave their cells before they
 * were written, and rows and columns that came, have changed what stood there. From now on the marks say what was found, where Excel
 * takes it.
 */
export async function rememberLooks(writing: Writing): Promise<void> {
  const formats = formatsFound(writing);
  const changed = changedLooks(writing, formats);
  if (changed.length === 0) return;
  const { context } = writing;
  await isDoneInTwo(async () => {
    const marks = changed.map(({ column }) => namesOf(context, null).getItemOrNullObject(column.name));
    await context.sync();
    changed.forEach(({ column, found }, i) => {
      if (!marks[i].isNullObject) noteLook(writing, column, found, formats);
    });
    await context.sync();
  });
}

/** Queues what the mark of a column says of it. @param formats null: those that were read */
export function noteLook(
  writing: Writing,
  column: PlannedColumn,
  found: Dressing,
  formats: string[] | null,
): void {
  nameIn(writing.context, column.name, null).comment = ownLook(column, found, formats ?? writing.formats);
}

/** New columns that looked otherwise in the moment before they were dressed than when the list was read. */
export function changedLooks({ source, plan, dressed }: Writing, formats: string[] | null): ChangedLook[] {
  return addedIn(plan).flatMap((column, i): ChangedLook[] => {
    const before = dressed.get(column);
    const planned = dressingOf(source.room, i);
    const found =
      before && isLoaded(before.format) ? { ...planned, ...dressingFound(before, planned.header) } : planned;
    const isAsPlanned = JSON.stringify(found) === JSON.stringify(planned);
    return isAsPlanned && !(formats && column.column === "share") ? [] : [{ column, before, planned, found }];
  });
}

export interface ChangedLook {
  column: PlannedColumn;
  /** Undefined where it was not dressed. */
  before: LookBefore | undefined;
  planned: Dressing;
  found: Dressing;
}

/** What of a column's look is Keyfolio's, by what it looked like in the moment before it was dressed. */
function dressingFound({ format, isWidthSet }: LookBefore, dresses: boolean) {
  const hidden = isWidthSet && format.columnWidth === 0;
  return {
    header: dresses && isPlain(headerLookOf(format)),
    width: isWidthSet && (format.useStandardWidth || hidden),
    hidden,
  };
}
