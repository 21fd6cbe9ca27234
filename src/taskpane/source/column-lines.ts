import { headerText, type Mapping, type SourceColumn, type SourceList } from "../../portfolio";
import { roleOf } from "./column-roles";

/** A line of the mapping: one column, or neighbouring columns that are all periods. */
export interface ColumnLine {
  columns: readonly { header: string; column: SourceColumn }[];
}

/** Fewer period columns than this stand on lines of their own. */
const fewestJoined = 4;

/** The columns of a list as lines; long runs of period columns are one line each. */
export function columnLines(list: SourceList, mapping: Mapping | null): readonly ColumnLine[] {
  const lines: { columns: { header: string; column: SourceColumn }[]; periods: boolean }[] = [];
  for (const column of list.columns) {
    const header = headerText(list, column);
    const periods = roleOf(mapping, header) === "period";
    const last = lines.at(-1);
    if (periods && last?.periods) last.columns.push({ header, column });
    else lines.push({ columns: [{ header, column }], periods });
  }
  return lines.flatMap((line) =>
    line.columns.length < fewestJoined ? line.columns.map((column) => ({ columns: [column] })) : [line],
  );
}

/** Characters of an example that tell what stands in a column. */
const longestExample = 60;

/** The first filled cell of a column: a number or a text, its beginning when it is long; null when the column is blank. */
export function exampleOf({ numbers, others }: SourceColumn): number | string | null {
  const row = numbers.findIndex((number) => !Number.isNaN(number));
  const text = others.entries().next();
  if (text.done || (row >= 0 && row < text.value[0])) return row < 0 ? null : numbers[row];
  const example = [...String(text.value[1])];
  return example.length > longestExample
    ? `${example.slice(0, longestExample - 1).join("")}…`
    : example.join("");
}
