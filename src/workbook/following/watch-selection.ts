import { wasShown } from "./own-work";

/**
 * Tells at once that the user selected other cells or another sheet; not what Keyfolio itself brought into view. An Excel
 * without these events is done without them.
 *
 * @returns stops the telling; never throws
 */
export async function watchSelection(listener: () => void): Promise<() => Promise<void>> {
  try {
    return await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const tell = async ({ worksheetId, address }: { worksheetId: string; address?: string }) => {
        if (!wasShown(worksheetId, address ?? null)) listener();
      };
      const handlers = [worksheets.onSelectionChanged.add(tell), worksheets.onActivated.add(tell)];
      await context.sync();
      return async () => {
        try {
          await Excel.run(handlers[0].context as Excel.RequestContext, async (own) => {
            for (const handler of handlers) handler.remove();
            await own.sync();
          });
        } catch {
          // The workbook is closing, or Excel has forgotten the handlers.
        }
      };
    });
  } catch {
    return async () => undefined;
  }
}
