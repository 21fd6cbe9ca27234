import {
  ArrayValueObject,
  BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorValueObject,
  type FunctionVariantType,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import {
  type AnswerCell,
  type ArgumentCell,
  type FormattedNumber,
  type FunctionAnswer,
  type FunctionArgument,
  isFormattedNumber,
} from "./functions/values";
import { isErrorText } from "./model/formula/error-texts";
import type { CellValue } from "./workbook-record";

/** The cell whose formula calls. */
export interface CallingCell {
  sheetId: string;
  row: number;
  column: number;
}

/** Evaluates a function of an add-in; null while its answer is awaited (the cell then shows `#BUSY!`). */
export type EvaluateFunction = (
  name: string,
  args: FunctionArgument[],
  cell: CallingCell,
) => FunctionAnswer | null;

type ErrorType = Parameters<typeof ErrorValueObject.create>[0];

const busy = "#BUSY!";
// Univer does not know this error: formulas that read it would take it for a text.
ERROR_TYPE_SET.add(busy as ErrorType);

/**
 * A function that somebody else calculates, as Univer's engine calls it. Arguments are read from the cells themselves: as the
 * engine hands them over, blanks would be 0, booleans 1 and errors texts. It answers at once (`#BUSY!` when there is no answer
 * yet): Univer's own asynchronous functions are awaited one cell after the other.
 */
export class ExternalFunction extends BaseFunction {
  override needsReferenceObject = true;
  readonly #evaluate: EvaluateFunction;

  constructor(name: string, evaluate: EvaluateFunction) {
    super(name);
    this.#evaluate = evaluate;
  }

  /** A text such as "12%" between quotes stays a text. */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    try {
      const args = variants.map(argumentOf);
      const answer = args.some(isBusy)
        ? null
        : this.#evaluate(String(this.name), args, {
            sheetId: this.subUnitId ?? "",
            row: this.row,
            column: this.column,
          });
      return answer === null ? errorObject(busy) : answerObject(answer);
    } catch (problem) {
      // An exception would end the calculation of the whole workbook, and with it the process.
      console.error(problem);
      return errorObject("#VALUE!");
    }
  }
}

function isBusy(argument: FunctionArgument): boolean {
  return Array.isArray(argument) ? argument.some((row) => row.some(isBusyCell)) : isBusyCell(argument);
}

function isBusyCell(cell: ArgumentCell): boolean {
  return typeof cell === "object" && cell !== null && "error" in cell && cell.error === busy;
}

function argumentOf(variant: FunctionVariantType): FunctionArgument {
  if (variant.isReferenceObject()) {
    return referencedCells(variant as BaseReferenceObject);
  }
  const value = variant as BaseValueObject;
  return value.isArray() ? arrayCells(value as ArrayValueObject) : valueOf(value);
}

function referencedCells(reference: BaseReferenceObject): ArgumentCell[][] | { error: string } {
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  if (reference.getForcedSheetName() !== "" && !reference.getForcedSheetId()) {
    return { error: "#REF!" };
  }
  // Asking Univer for every cell costs a multiple; it is needed only where an earlier spill may have gone.
  const calculated = reference.getCurrentRuntimeSheetData();
  const calculatedSpills = reference.getCurrentRuntimeActiveArrayFormulaCellData();
  const earlierSpills = reference.getCurrentActiveArrayFormulaCellData();
  const grid = reference.getCurrentActiveSheetData()?.cellData;
  const rows = new Array<ArgumentCell[]>(endRow - startRow + 1);
  for (let row = startRow; row <= endRow; row++) {
    const own = grid?.getRow(row);
    const now = calculated?.getRow(row);
    const nowSpilled = calculatedSpills?.getRow(row);
    const spilled = earlierSpills?.getRow(row);
    const cells = new Array<ArgumentCell>(endColumn - startColumn + 1);
    for (let column = startColumn; column <= endColumn; column++) {
      const cell =
        now?.[column] ??
        nowSpilled?.[column] ??
        (spilled?.[column] ? reference.getCellData(row, column) : own?.[column]);
      cells[column - startColumn] = cellOf(cell);
    }
    rows[row - startRow] = cells;
  }
  return rows;
}

function cellOf(cell: Nullable<ICellData>): ArgumentCell {
  const value = cell?.v;
  if (cell == null || value === undefined || value === null) {
    // A formula whose result is the empty text leaves no value.
    return cell?.f ? "" : null;
  }
  if (cell.t === CellValueType.BOOLEAN) {
    return value === true || value === 1 || value === "TRUE";
  }
  return isErrorText(value) && cell.custom?.quoted !== true
    ? { error: value }
    : withFormat(value, cell.custom);
}

/** A number with the format that a function gave it, which the engine carries as data of its own beside the number. */
function withFormat<Value extends CellValue>(
  value: Value,
  data: Nullable<{ valueFormat?: unknown }>,
): Value | FormattedNumber {
  const numberFormat = data?.valueFormat;
  return typeof value === "number" && typeof numberFormat === "string"
    ? { number: value, numberFormat }
    : value;
}

function arrayCells(array: ArrayValueObject): ArgumentCell[][] {
  return Array.from({ length: array.getRowCount() }, (_row, row) =>
    Array.from({ length: array.getColumnCount() }, (_column, column) => {
      const value = array.get(row, column);
      return value ? valueOf(value) : null;
    }),
  );
}

function valueOf(value: BaseValueObject): ArgumentCell {
  if (value.isError()) {
    return { error: (value as ErrorValueObject).getErrorType() };
  }
  if (value.isNull()) {
    return null;
  }
  const plain = value.getValue();
  if (value.isBoolean()) {
    return plain === true || plain === 1;
  }
  return value.isNumber() ? withFormat(Number(plain), value.getCustomData()) : String(plain);
}

function answerObject(answer: FunctionAnswer): BaseValueObject {
  if ("error" in answer) {
    return errorObject(answer.error.code);
  }
  const { value } = answer;
  if (!Array.isArray(value)) {
    return cellObject(value);
  }
  return ArrayValueObject.create({
    calculateValueList: value.map((row) => row.map(cellObject)),
    rowCount: value.length,
    columnCount: value[0].length,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function cellObject(value: AnswerCell): BaseValueObject {
  switch (typeof value) {
    case "number":
      return NumberValueObject.create(value);
    case "boolean":
      return BooleanValueObject.create(value);
    case "string":
      return StringValueObject.create(value);
    default:
      return isFormattedNumber(value)
        ? NumberValueObject.create(value.number).withCustomData({ valueFormat: value.numberFormat })
        : errorObject(value.error.code);
  }
}

function errorObject(code: string): ErrorValueObject {
  return ErrorValueObject.create(code as ErrorType);
}
