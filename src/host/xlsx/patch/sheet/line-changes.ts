import type { CellFormatRecord } from "../../../workbook-record";
import { same } from "../same";

/** A row or a column as far as it differs from the ordinary ones. */
interface Line {
  index: number;
  hidden?: boolean;
  format?: CellFormatRecord;
}

/** A row or a column that is not what it was; undefined where nothing was to be said of it, or is no more. */
export interface LineChange<Kind extends Line> {
  before: Kind | undefined;
  after: Kind | undefined;
}

/** The rows or columns that differ between two states of a sheet, by their index. @param sizeOf height or width */
export function lineChanges<Kind extends Line>(
  before: readonly Kind[],
  after: readonly Kind[],
  sizeOf: (line: Kind) => number | undefined,
): Map<number, LineChange<Kind>> {
  const [old, now] = [before, after].map((lines) => new Map(lines.map((line) => [line.index, line])));
  const changes = new Map<number, LineChange<Kind>>();
  for (const index of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(index), now.get(index)];
    const unchanged =
      (was && sizeOf(was)) === (is && sizeOf(is)) &&
      (was?.hidden ?? false) === (is?.hidden ?? false) &&
      same(was?.format, is?.format);
    if (!unchanged) changes.set(index, { before: was, after: is });
  }
  return changes;
}
