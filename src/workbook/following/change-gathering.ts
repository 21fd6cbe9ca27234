import { columnIndex } from "../../portfolio";
import type { WorkbookChange } from "../operations";
import { resultColumnOf } from "../marks/own-names";
import { ownWorkSettlesIn, wasMade, wasShown } from "./own-work";
import { readWorkbookState, type WorkbookState } from "../source/workbook-state";

/** An event of the workbook as far as it matters to the pane. */
export interface Heard {
  kind: WorkbookChange["kind"];
  sheetId: string;
  /** Cells without their sheet; null where the event is about a sheet or a table as a whole. */
  address: string | null;
  /** `Remote` for another person's change. */
  source?: string;
  /** `ThisLocalAddin` for Keyfolio's own change; absent before ExcelApi 1.14, and of events that are not about cells. */
  triggerSource?: string;
}

/** Milliseconds without an event after which the gathered ones are told. */
const quietTime = 250;
/** A workbook that never rests is told of this often. */
const longestWait = 1000;

/**
 * Gathers events and tells them as few changes. While Keyfolio itself works, and until the events of that have arrived,
 * events that do not say who caused them are kept back; then the workbook's own marks say which of them are Keyfolio's.
 */
export class ChangeGathering {
  #heard: (Heard & { isDoubtful: boolean })[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #stopped = false;

  constructor(private readonly tell: (change: WorkbookChange) => void) {}

  take(heard: Heard): void {
    const { triggerSource, source } = heard;
    if (this.#stopped || triggerSource === "ThisLocalAddin") return;
    const saysWho = triggerSource !== undefined || source === "Remote";
    if (this.#heard.length === 0) this.#since = performance.now();
    this.#heard.push({ ...heard, isDoubtful: !saysWho && ownWorkSettlesIn() > 0 });
    this.#wait();
  }

  stop(): void {
    this.#stopped = true;
    this.#heard = [];
    clearTimeout(this.#timer);
  }

  #wait(): void {
    const left = this.#since + longestWait - performance.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#flush(), Math.max(0, Math.min(quietTime, left)));
  }

  async #flush(): Promise<void> {
    const settlesIn = ownWorkSettlesIn();
    const isReady = ({ isDoubtful }: { isDoubtful: boolean }) => !isDoubtful || settlesIn === 0;
    const heard = this.#heard.filter(isReady);
    this.#heard = this.#heard.filter((each) => !isReady(each));
    if (this.#heard.length > 0) {
      this.#timer = setTimeout(() => void this.#flush(), Math.min(settlesIn, quietTime));
    }
    const foreign = heard.some(({ isDoubtful }) => isDoubtful) ? await withoutOwn(heard) : heard;
    if (!this.#stopped) for (const change of changesOf(foreign)) this.tell(change);
  }
}

function changesOf(heard: readonly Heard[]): WorkbookChange[] {
  const kinds = new Set(heard.map(({ kind }) => kind));
  const sheets = new Set(heard.filter(({ kind }) => kind === "cells").map(({ sheetId }) => sheetId));
  return [
    ...(kinds.has("structure") ? [{ kind: "structure" } as const] : []),
    ...Array.from(sheets, (sheetId) => ({ kind: "cells", sheetId }) as const),
    ...(kinds.has("selection") ? [{ kind: "selection" } as const] : []),
  ];
}

/** Leaves out what Keyfolio did itself. When the workbook cannot be asked, all is told: a refresh too many does no harm. */
async function withoutOwn<T extends Heard & { isDoubtful: boolean }>(
  heard: readonly T[],
): Promise<readonly T[]> {
  try {
    const state = await Excel.run(readWorkbookState);
    return heard.filter((each) => !each.isDoubtful || !isOwn(each, state));
  } catch {
    return heard;
  }
}

function isOwn({ kind, sheetId, address }: Heard, { sheets, ownNames }: WorkbookState): boolean {
  const sheet = sheets.find(({ id }) => id === sheetId);
  if (wasMade(sheetId) || sheet?.isReport) return true;
  if (kind === "selection") return wasShown(sheetId, address);
  if (kind === "structure" || address === null) return false;
  const columns = ownNames.flatMap(({ name, cell }) =>
    resultColumnOf(name) && cell?.sheet === sheet?.name ? [cell!.column] : [],
  );
  return columnsOf(address)?.every((column) => columns.includes(column)) ?? false;
}

/** Columns of an address such as `G1:H9` or `G:G`; null for whole rows. */
function columnsOf(address: string): number[] | null {
  const [, first, last = first] = /^\$?([A-Z]+)\$?\d*(?::\$?([A-Z]+)\$?\d*)?$/i.exec(address) ?? [];
  if (first === undefined) return null;
  const [from, to] = [columnIndex(first), columnIndex(last)];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
