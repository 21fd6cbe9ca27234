import { sentArguments } from "./arguments";
import { type Invocation, InvocationFlag } from "./invocation";
import { type AddInFunctions, type FunctionMetadata, requireFunctionsMetadata } from "./metadata";
import { type AnswerCell, type FunctionAnswer, type FunctionArgument, isFormattedNumber } from "./values";

/** The functions of an add-in as Excel registered them from `functions.json`. */
export class RegisteredFunctions {
  readonly #byName = new Map<string, FunctionMetadata>();
  readonly #addIn: AddInFunctions;

  /** @throws Error when the metadata has no readable list of functions. */
  constructor(addIn: AddInFunctions) {
    this.#addIn = addIn;
    for (const definition of requireFunctionsMetadata(addIn.metadata).functions) {
      this.#byName.set(`${addIn.namespace}.${definition.name}`.toUpperCase(), definition);
    }
  }

  /** Names as they stand in formulas: "KAM.KEYSHARE". */
  get names(): string[] {
    return [...this.#byName.keys()];
  }

  get patienceMilliseconds(): number {
    return this.#addIn.patienceMilliseconds ?? 30_000;
  }

  isVolatile(name: string): boolean {
    return this.#find(name).options?.volatile === true;
  }

  /**
   * The call as it goes to the page, or the error that Excel answers without calling.
   * @param name with or without the namespace
   * @throws Error for a function that the metadata does not have
   */
  invocation(
    name: string,
    args: readonly FunctionArgument[],
    address: string | null,
  ): Invocation | { withheld: string } {
    const definition = this.#find(name);
    const allowErrors = this.#addIn.metadata.allowErrorForDataTypeAny === true;
    const sent = sentArguments(definition, args, {
      blank: this.#addIn.blank ?? "",
      allowErrors,
      allowTypedValues: this.#allowsTypedValues,
    });
    if ("withheld" in sent) {
      return sent;
    }
    const { cancelable, stream, requiresAddress } = definition.options ?? {};
    return {
      functionName: definition.id,
      parameters: JSON.stringify(sent.parameters),
      address: requiresAddress || cancelable || stream ? address : null,
      flags:
        (cancelable ? InvocationFlag.cancelable : 0) |
        (stream ? InvocationFlag.streaming : 0) |
        (allowErrors ? InvocationFlag.errorsAllowed : 0) |
        (this.#allowsTypedValues ? InvocationFlag.typedValues : 0),
    };
  }

  /** What Excel makes of an answer: a value with a type is `#VALUE!` where the metadata does not allow any (a guess). */
  accepted(answer: FunctionAnswer): FunctionAnswer {
    if (this.#allowsTypedValues || "error" in answer) {
      return answer;
    }
    const accepted = <Cell extends AnswerCell>(cell: Cell) =>
      isFormattedNumber(cell) ? { error: { code: "#VALUE!" } } : cell;
    const { value } = answer;
    if (Array.isArray(value)) {
      return { value: value.map((row) => row.map(accepted)) };
    }
    return isFormattedNumber(value) ? { error: { code: "#VALUE!" } } : { value };
  }

  get #allowsTypedValues(): boolean {
    return this.#addIn.metadata.allowCustomDataForDataTypeAny === true;
  }

  #find(name: string): FunctionMetadata {
    const upper = name.toUpperCase();
    const found =
      this.#byName.get(upper) ?? this.#byName.get(`${this.#addIn.namespace.toUpperCase()}.${upper}`);
    if (found === undefined) {
      throw new Error(`The add-in has no function ${name}.`);
    }
    return found;
  }
}
