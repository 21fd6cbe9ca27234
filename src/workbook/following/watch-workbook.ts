/** What the user does meanwhile, told apart from what Keyfolio does itself. */
import { ChangeGathering, type Heard } from "./change-gathering";
import type { WorkbookChange } from "../operations";

/**
 * Tells what happens to the workbook, gathered and without repetition; what Keyfolio itself does is not told. An event that
 * this Excel does not have is done without: events refresh the view, and nothing relies on them (office-js #294, #3888).
 *
 * @returns stops the telling; never throws
 */
export async function watchWorkbook(
  listener: (change: WorkbookChange) => void,
): Promise<() => Promise<void>> {
  const gathering = new ChangeGathering(listener);
  const registered = await Promise.all(
    registrations((heard) => gathering.take(heard)).map((register) =>
      Excel.run(async (context) => {
        const handler = register(context);
        await context.sync();
        return handler;
      }).catch(() => null),
    ),
  );
  return async () => {
    gathering.stop();
    for (const handler of registered) {
      if (handler) await withdraw(handler);
    }
  };
}

type Handler = OfficeExtension.EventHandlerResult<Told>;

/** What the arguments of all these events have in common. */
interface Told {
  worksheetId: string;
  address?: string;
  source?: string;
  triggerSource?: string;
}

/** Each event by itself, since a version of Excel that lacks one throws already when it is named. */
function registrations(tell: (heard: Heard) => void): ((context: Excel.RequestContext) => Handler)[] {
  const on = (kind: Heard["kind"], events: OfficeExtension.EventHandlers<Told>): Handler =>
    events.add(async ({ worksheetId, address, source, triggerSource }) =>
      tell({ kind, sheetId: worksheetId, address: address ?? null, source, triggerSource }),
    );
  return [
    ({ workbook: { worksheets } }) => on("cells", worksheets.onChanged),
    ({ workbook: { worksheets } }) => on("cells", worksheets.onRowSorted),
    ({ workbook: { worksheets } }) => on("selection", worksheets.onActivated),
    ({ workbook: { worksheets } }) => on("selection", worksheets.onSelectionChanged),
    ({ workbook: { worksheets } }) => on("structure", worksheets.onAdded),
    ({ workbook: { worksheets } }) => on("structure", worksheets.onDeleted),
    ({ workbook: { worksheets } }) => on("structure", worksheets.onNameChanged),
    ({ workbook: { tables } }) => on("structure", tables.onAdded),
    ({ workbook: { tables } }) => on("structure", tables.onDeleted),
  ];
}

/** A handler belongs to the context that registered it. */
async function withdraw(handler: Handler): Promise<void> {
  try {
    await Excel.run(handler.context as Excel.RequestContext, async (context) => {
      handler.remove();
      await context.sync();
    });
  } catch {
    // The workbook is closing, or Excel has forgotten the handler: what it would tell is not listened to any more.
  }
}
