/** What the workbook remembers of a page: which contents runs wrote there, so that what somebody types over it is told from them. */
import { digestOfCell } from "../../../cells/rows-checksum";
import { remembersPage, settingOfNotes, settingOfSheet } from "../../../settings/sheet-setting";
import type { Page, SheetKey } from "../page/page";
import { mostWritten, WrittenContents } from "./written-contents";

/** What a run writes onto a page, each content by its digest. @param most no more is looked for once it is more */
export function writtenOn({ area, cells }: Page, most = Infinity): WrittenContents {
  const digests = new Set<string>();
  for (let row = area.row; row < area.row + area.rows && digests.size <= most; row++) {
    for (const cell of (cells[row] ?? []).slice(0, area.columns)) {
      if (cell === null || cell === "") continue;
      digests.add(digestOfCell(typeof cell === "object" ? cell.formula : cell));
    }
  }
  return WrittenContents.of(digests);
}

/** What a setting holds of a page of the report. */
interface StoredPage {
  version: 1;
  /** Digests of what runs wrote onto the page, in one text; "" where they are too many, or not known. */
  written: string;
  /** Whether a run began to write it, and was cut off if it is not writing still: what stood there and what comes are ours. */
  begun?: true;
}

/** What the workbook is to remember of a page. */
export interface PageMemory {
  /** Digests of what stands there. */
  written: string;
  /** The notes at its end; null where it never had any. */
  notes: readonly string[] | null;
}

/** What is to be remembered of a page that is written. @param written what the run writes there, where that is known already */
export function memoryOf(
  key: SheetKey,
  page: Page,
  notes: readonly string[] | null,
  written?: WrittenContents,
): PageMemory | undefined {
  if (!remembersPage(settingOfSheet(key))) return undefined;
  return { written: (written ?? writtenOn(page, mostWritten)).text, notes };
}

/**
 * Queues what is to be remembered of a page that is begun: should its writing be cut off, part of it is old and part new.
 * @param ours what runs wrote there, and what this one writes; nothing where it is not known what stood there before
 */
export function beginMemory(
  context: Excel.RequestContext,
  key: SheetKey,
  { notes }: PageMemory,
  ours: WrittenContents,
): void {
  const { settings } = context.workbook;
  storeWritten(context, key, { written: ours.text, begun: true });
  if (notes === null) settings.getItemOrNullObject(settingOfNotes(key)).delete();
  else settings.add(settingOfNotes(key), [...notes]);
}

/** Queues that pages are remembered as they stand, now that they are whole. */
export function rememberPages(
  context: Excel.RequestContext,
  pages: Iterable<readonly [SheetKey, { memory?: PageMemory }]>,
): void {
  for (const [key, { memory }] of pages) if (memory) storeWritten(context, key, { written: memory.written });
}

function storeWritten(
  { workbook }: Excel.RequestContext,
  key: SheetKey,
  page: Omit<StoredPage, "version">,
): void {
  const stored: StoredPage = { version: 1, ...page };
  workbook.settings.add(settingOfSheet(key), stored as unknown as string);
}

export const writtenIn = (stored: unknown): WrittenContents =>
  WrittenContents.parse((stored as Partial<StoredPage> | null | undefined)?.written);

/** Whether a run was cut off before the page was whole. */
export const isBegunPage = (stored: unknown): boolean =>
  (stored as Partial<StoredPage> | null | undefined)?.begun === true;

/** @returns null where none were ever stored */
export const notesIn = (stored: unknown): string[] | null =>
  Array.isArray(stored) ? stored.filter((line): line is string => typeof line === "string") : null;
