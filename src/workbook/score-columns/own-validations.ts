/** Validations that came with columns for scores: scores are whole numbers or ratios. */
const ourTypes: ReadonlySet<string> = new Set(["WholeNumber", "Decimal"]);

export const isOwnType = (type: string): boolean => ourTypes.has(type);

/** Rows that have come have no validation, or somebody has given some of them another one. */
export const isMixed = (type: string): boolean => type === "Inconsistent" || type === "MixedCriteria";

/** Cells of a column that are looked at one by one for that. */
const mostCells = 5000;

interface AskedCell {
  cell: Excel.Range;
  validation: Excel.DataValidation;
}

/** Queues the question which validation each cell of a column has. @param body its `rowCount` is loaded */
export const queueCells = (body: Excel.Range): AskedCell[] =>
  Array.from({ length: Math.min(mostCells, body.rowCount) }, (_, row) => {
    const cell = body.getCell(row, 0);
    return { cell, validation: cell.dataValidation.load("type") };
  });

/** Queues those of ours to be cleared. @returns how many there are */
export function clearOwnCells(cells: readonly AskedCell[]): number {
  const ours = cells.filter(({ validation }) => isOwnType(validation.type));
  for (const { cell } of ours) cell.dataValidation.clear();
  return ours.length;
}

/** Rows may come again while those before them are cleared. */
const mostTimes = 5;

/**
 * Clears our validations from columns whose rows were pushed on while they were cleared. None without columns.
 * @param bodies their rows, by their marks
 */
export async function clearOwnValidations(
  context: Excel.RequestContext,
  bodies: readonly (() => Excel.Range)[],
): Promise<void> {
  let left = bodies;
  for (let time = 0; left.length > 0 && time < mostTimes; time++) {
    const asked = left.map((of) => {
      const body = of().load("rowCount");
      return { of, body, validation: body.dataValidation.load("type") };
    });
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- again only where rows have come
    await context.sync();
    const cells = asked.map(({ body, validation }) => (isMixed(validation.type) ? queueCells(body) : []));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    if (cells.some((each) => each.length > 0)) await context.sync();
    const cleared = asked.filter(({ body, validation }, i) => {
      if (isOwnType(validation.type)) body.dataValidation.clear();
      return isOwnType(validation.type) || clearOwnCells(cells[i]) > 0;
    });
    left = cleared.map(({ of }) => of);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    if (left.length > 0) await context.sync();
  }
}
