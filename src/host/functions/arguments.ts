import type { CellValue } from "../workbook-record";
import type { FunctionMetadata, ParameterMetadata } from "./metadata";
import { type ArgumentCell, type FunctionArgument, isFormattedNumber } from "./values";

export interface ArgumentRules {
  /** What a blank cell arrives as in a parameter of type "any". */
  blank: "" | 0;
  /** `allowErrorForDataTypeAny` of the metadata. */
  allowErrors: boolean;
  /** `allowCustomDataForDataTypeAny` of the metadata. */
  allowTypedValues: boolean;
}

/** The arguments as Excel sends them, or the error that Excel answers without calling the function. */
export type SentArguments = { parameters: unknown[] } | { withheld: string };

/**
 * Checks and converts the arguments of a call by the metadata of the function, as Excel does before it calls:
 * - too few or too many are `#VALUE!` (Excel refuses such a formula when it is typed; from a file it cannot);
 * - an error is the result of the call, unless the parameter is "any" and errors are allowed there;
 * - "number" takes numbers, booleans and texts that read as numbers, "boolean" likewise; else `#VALUE!`;
 * - an argument that was left out is null; one value where a block is declared is a block of one;
 * - more than one cell where one value is declared is `#VALUE!` (office-js-docs-pr #2238: "Unliftable Array").
 */
export function sentArguments(
  definition: FunctionMetadata,
  args: readonly FunctionArgument[],
  rules: ArgumentRules,
): SentArguments {
  const parameters = definition.parameters ?? [];
  const last = parameters.at(-1);
  const repeating = last?.repeating ? last : null;
  const single = repeating ? parameters.slice(0, -1) : parameters;
  const required = parameters.findLastIndex((parameter) => !parameter.optional) + 1;
  if (args.length < required || (!repeating && args.length > parameters.length)) {
    return { withheld: "#VALUE!" };
  }
  try {
    const sent: unknown[] = single.map((parameter, index) =>
      converted(args[index] ?? null, parameter, rules),
    );
    if (repeating) {
      sent.push(args.slice(single.length).map((argument) => converted(argument, repeating, rules)));
    }
    return { parameters: sent };
  } catch (refusal) {
    if (refusal instanceof Withheld) {
      return { withheld: refusal.code };
    }
    throw refusal;
  }
}

/** Ends the conversion with the error that Excel answers. */
class Withheld extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

function converted(argument: FunctionArgument, parameter: ParameterMetadata, rules: ArgumentRules): unknown {
  const convert = conversion(parameter.type ?? "any", rules);
  if (argument === null) {
    return null;
  }
  if (parameter.dimensionality === "matrix") {
    return Array.isArray(argument) ? argument.map((row) => row.map(convert)) : [[convert(argument)]];
  }
  if (!Array.isArray(argument)) {
    return convert(argument);
  }
  if (argument.length !== 1 || argument[0].length !== 1) {
    throw new Withheld("#VALUE!");
  }
  return convert(argument[0][0]);
}

function conversion(type: string, rules: ArgumentRules): (cell: ArgumentCell) => unknown {
  const { blank, allowErrors, allowTypedValues } = rules;
  const refuseError = (cell: ArgumentCell) => {
    if (isFormattedNumber(cell)) {
      return cell.number;
    }
    if (typeof cell === "object" && cell !== null) {
      throw new Withheld(cell.error);
    }
    return cell;
  };
  switch (type) {
    case "number":
      return (cell) => numberOf(refuseError(cell));
    case "boolean":
      return (cell) => booleanOf(refuseError(cell));
    case "string":
      return (cell) => textOf(refuseError(cell));
    default:
      return (cell) => {
        if (cell === null) {
          return blank;
        }
        if (isFormattedNumber(cell)) {
          const { number: basicValue, numberFormat } = cell;
          return allowTypedValues
            ? jsonOf({ type: "Double", basicType: "Double", basicValue, numberFormat })
            : basicValue;
        }
        if (typeof cell === "object" && allowErrors) {
          // The client makes a CustomFunctions.Error of this.
          const error = { type: "CustomFunctionError", code: cell.error };
          return allowTypedValues ? jsonOf(error) : error;
        }
        return refuseError(cell);
      };
  }
}

function numberOf(cell: CellValue | null): number {
  const number = typeof cell === "string" && cell.trim() === "" ? NaN : Number(cell ?? 0);
  if (!Number.isFinite(number)) {
    throw new Withheld("#VALUE!");
  }
  return number;
}

function booleanOf(cell: CellValue | null): boolean {
  if (typeof cell !== "string") {
    return Boolean(cell);
  }
  if (!/^(true|false)$/i.test(cell)) {
    throw new Withheld("#VALUE!");
  }
  return cell.toLowerCase() === "true";
}

function textOf(cell: CellValue | null): string {
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell ?? "");
}

/** An object as the client unpacks it where values with a type are allowed. */
function jsonOf(value: object): { value: string } {
  return { value: JSON.stringify(value) };
}
