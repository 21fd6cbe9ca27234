import { ourTitles } from "./score-validation";

/** Validations that came with columns for scores: scores are whole numbers or ratios. */
const ourTypes: ReadonlySet<string> = new Set(["WholeNumber", "Decimal"]);

/** Queues the question whether cells have one of ours. */
export const queueValidation = ({ dataValidation }: Excel.Range): Excel.DataValidation =>
  dataValidation.load("type,errorAlert");

/** The title of an alert; null where that of some cells is another. */
const titleOf = ({ errorAlert }: Excel.DataValidation): string | null =>
  (errorAlert as Excel.DataValidationErrorAlert | null)?.title ?? null;

/** Also one that has no rule yet, since Excel stopped on the way. */
export const isOwnValidation = (validation: Excel.DataValidation): boolean =>
  (ourTypes.has(validation.type) || validation.type === "None") && ourTitles.has(titleOf(validation) ?? "");

/** Rows that have come have no validation, or somebody has given some of them another one. */
export const isMixed = (validation: Excel.DataValidation): boolean =>
  validation.type === "Inconsistent" ||
  validation.type === "MixedCriteria" ||
  (ourTypes.has(validation.type) && titleOf(validation) === null);

/** Cells whose validation is replaced or cleared, with the one that they had just before. */
export interface ReplacedValidation {
  cells: () => Excel.Range;
  before: Excel.DataValidation;
}

/** Queues the question which validation cells have; to be queued before it is replaced. */
export const queueReplaced = (cells: () => Excel.Range): ReplacedValidation => ({
  cells,
  before: cells().dataValidation.load("type,rule,errorAlert,prompt,ignoreBlanks"),
});

/**
 * Queues validations that turned out not to be ours to be given back, as far as all of the cells had the same.
 * @returns whether there were some
 */
export function giveHersBack(replaced: readonly ReplacedValidation[]): boolean {
  const hers = replaced.filter(({ before }) => before.type !== "None" && !isOwnValidation(before));
  for (const { cells, before } of hers) {
    if (isMixed(before)) continue;
    const rule = Object.entries(before.rule).filter(([, value]) => value != null);
    const { dataValidation } = cells();
    dataValidation.rule = Object.fromEntries(rule);
    dataValidation.ignoreBlanks = before.ignoreBlanks;
    dataValidation.errorAlert = before.errorAlert;
    dataValidation.prompt = before.prompt;
  }
  return hers.length > 0;
}

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
    return { cell, validation: queueValidation(cell) };
  });

/** Queues a validation to be cleared, after it is asked for once more. */
export function queueClearing(cells: () => Excel.Range): ReplacedValidation {
  const replaced = queueReplaced(cells);
  cells().dataValidation.clear();
  return replaced;
}

/** Queues those of ours to be cleared. */
export const clearOwnCells = (cells: readonly AskedCell[]): ReplacedValidation[] =>
  cells.flatMap(({ cell, validation }) =>
    isOwnValidation(validation) ? [queueClearing(() => cell.getOffsetRange(0, 0))] : [],
  );

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
      return { of, body, validation: queueValidation(body) };
    });
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- again only where rows have come
    await context.sync();
    const cells = asked.map(({ body, validation }) => (isMixed(validation) ? queueCells(body) : []));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    if (cells.some((each) => each.length > 0)) await context.sync();
    const cleared = asked.map(({ of, validation }, i) =>
      isOwnValidation(validation) ? [queueClearing(of)] : clearOwnCells(cells[i]),
    );
    left = left.filter((_, i) => cleared[i].length > 0);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    if (left.length > 0) await context.sync();
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    if (giveHersBack(cleared.flat())) await context.sync();
  }
}
