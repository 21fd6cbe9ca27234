import { hostTextsOf, type Language } from "../../locales";
import { readWorkbookFile } from "../read-file";
import type { WorkbookRecord } from "../workbook-record";
import { WorkbookFileError, type WorkbookFile } from "../xlsx";

/** A file that was read; `file` is what is saved into, null when it was a text. */
export interface OpenedFile {
  name: string;
  record: WorkbookRecord;
  file: WorkbookFile | null;
}

/** A file that cannot be opened: the message says in the user's language what is wrong with it and what to do. */
export class UnreadableWorkbook extends Error {}

/**
 * Reads the bytes of an Excel file, or of a text file with a list.
 * @throws UnreadableWorkbook when they are no workbook and no list that can be read
 */
export async function openFile(name: string, bytes: Uint8Array, language: Language): Promise<OpenedFile> {
  try {
    return { name, ...(await readWorkbookFile(name, bytes)) };
  } catch (error) {
    const [kind, place] =
      error instanceof WorkbookFileError ? [error.kind, error.place] : (["damaged", ""] as const);
    const message = hostTextsOf[language].workbench.fileProblems[kind](name, place);
    throw new UnreadableWorkbook(message, { cause: error });
  }
}

/**
 * Fetches a workbook from the server of the page.
 * @param address relative to the page
 * @throws UnreadableWorkbook when there is none, or none that can be read; other servers are not asked
 */
export async function openAddress(address: string, language: Language): Promise<OpenedFile> {
  const texts = hostTextsOf[language];
  const url = new URL(address, document.baseURI);
  const response = url.origin === location.origin ? await fetch(url).catch(() => null) : null;
  if (!response?.ok) throw new UnreadableWorkbook(texts.workbench.notFound(address));
  const name = decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
  return openFile(name, new Uint8Array(await response.arrayBuffer()), language);
}
