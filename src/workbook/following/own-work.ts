/**
 * What Keyfolio itself is doing to the workbook at the moment, so that the events which that raises are not taken for
 * somebody else's. Events come later than the answer of the request that caused them.
 */

/** Milliseconds after the last request of a run within which its events arrive. */
export const settleTime = 1000;

let running = 0;
let endedAt = Number.NEGATIVE_INFINITY;
const made = new Set<string>();
const shown = new Set<string>();

/** What own work tells about itself, where Excel's events do not. */
export interface OwnWork {
  /** A sheet that was added. */
  made(sheetId: string): void;
  /** A sheet that was activated, with the cells that were selected there: an address without its sheet. */
  shown(sheetId: string, address?: string): void;
}

/** Does work whose events are Keyfolio's own. */
export async function asOwnWork<T>(work: (tell: OwnWork) => Promise<T>): Promise<T> {
  if (ownWorkSettlesIn() === 0) {
    made.clear();
    shown.clear();
  }
  running++;
  try {
    return await work({
      made: (sheetId) => made.add(sheetId),
      shown: (sheetId, address) => shown.add(sheetId).add(`${sheetId}!${address}`),
    });
  } finally {
    running--;
    endedAt = performance.now();
  }
}

/** Milliseconds until no event of own work is to be expected; infinite while it is going on, 0 when there was none. */
export function ownWorkSettlesIn(): number {
  if (running > 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, endedAt + settleTime - performance.now());
}

export const wasMade = (sheetId: string): boolean => made.has(sheetId);

/** Whether own work selected these cells; null stands for the sheet as a whole. */
export const wasShown = (sheetId: string, address: string | null): boolean =>
  shown.has(address === null ? sheetId : `${sheetId}!${address}`);
