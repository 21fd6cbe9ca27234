import { mostHave, undressOurs } from "../columns/dressed-headers";
import {
  type HeaderLook,
  headerLook,
  headerLookOf,
  isPlain,
  isSameLook,
} from "../source/obstacles/header-look";
import type { ScoreColumn } from "./find-scores";

/** A column beside a region whose header was dressed, with what it and those left of it look like, the nearest first. */
interface Seen {
  column: ScoreColumn;
  format: Excel.RangeFormat;
  beside: readonly Excel.Range[];
}

/** Headers left of a first column that are looked at: results between it and her own columns may have gone before. */
const mostBeside = 12;

/** What the headers of columns for scores look like that go: queued when it is made, and read after the next request. */
export class HeadersSeen {
  readonly #seen: readonly Seen[];

  constructor(columns: readonly { column: ScoreColumn; marked: () => Excel.Range }[]) {
    const placeOf = ({ sheetId, area }: ScoreColumn) => `${sheetId} ${area.left}`;
    const dressed = columns.filter(
      ({ column: { look, table, isHeadless } }) => look && !table && !isHeadless,
    );
    const places = new Set(dressed.map(({ column }) => placeOf(column)));
    const isFirst = (column: ScoreColumn) =>
      !places.has(placeOf({ ...column, area: { ...column.area, left: column.area.left - 1 } }));
    this.#seen = dressed.map(({ column, marked }) => {
      const header = () => marked().getCell(0, 0);
      const count = isFirst(column) ? Math.min(mostBeside, column.area.left) : 0;
      return {
        column,
        format: header().format.load(headerLook),
        beside: Array.from({ length: count }, (_, i) => {
          const cell = header()
            .getOffsetRange(0, -1 - i)
            .load("values");
          cell.format.load(headerLook);
          return cell;
        }),
      };
    });
  }

  /** Whether a header looks as it was made; so too where somebody has cleared the list, and nothing says how that was. */
  areOurs(column: ScoreColumn): boolean {
    const seen = this.#seen.find((each) => each.column === column);
    if (!seen) return false;
    const made = this.#made(column);
    return made.length === 0 || made.some((look) => isSameLook(headerLookOf(seen.format), look));
  }

  /** Queues what of a header's look is as it was made to be taken off. */
  undressOurs(column: ScoreColumn, header: Excel.Range): void {
    const seen = this.#seen.find((each) => each.column === column);
    const made = this.#made(column).at(0);
    if (seen && made) undressOurs(header.format, headerLookOf(seen.format), made);
  }

  /** What the headers beside a list may have been made like, the likeliest first: what most of them, or those left of them, look like. */
  #made({ sheetId, area }: ScoreColumn): HeaderLook[] {
    const ofList = this.#seen.filter(
      ({ column }) => column.sheetId === sheetId && column.area.top === area.top,
    );
    const most = mostHave(ofList.map(({ format }) => headerLookOf(format)));
    const headers = ofList.flatMap((each) => each.beside.filter(({ values }) => values[0][0] !== ""));
    const beside = headers.map(({ format }) => headerLookOf(format));
    const dressed = [...beside.filter((look) => !isPlain(look)), ...beside.filter(isPlain)];
    return [...(most ? [most] : []), ...dressed.map((look) => ({ ...look, wrapText: true }))];
  }
}
