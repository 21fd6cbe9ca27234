import type { SourceColumn } from "../list/source-list";
import { totalName } from "../list/total-rows";

const ditto = /^(?:["″〃“”„]|''|[-–—]+ ?(?:["″“”„]|\/{2}) ?[-–—]+|ditto|do\.|idem|то же|тот же|та же)$/i;
const longest = 8;

const isDitto = (content: string | boolean): boolean =>
  typeof content === "string" && content.length <= longest && ditto.test(content.trim());

/** A column in which marks such as `-//-`, `"` and "ditto" say the name above once more, with that name in their place. */
export function withoutDittos(column: SourceColumn): SourceColumn {
  const marked: number[] = [];
  for (const [row, content] of column.others) if (isDitto(content)) marked.push(row);
  if (marked.length === 0) return column;
  const others = new Map(column.others);
  for (const row of marked.sort((a, b) => a - b)) {
    const above = others.get(row - 1);
    if (typeof above === "string" && totalName(above) === null) others.set(row, above);
  }
  return { ...column, others };
}
