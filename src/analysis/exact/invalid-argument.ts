/** What a method expects of an argument that it refuses. */
export type Expectation =
  | "finite"
  | "notNegative"
  | "notAllZero"
  | "aboveZero"
  | "atMostOne"
  | "inOrder"
  | "matchingLength"
  | "inRange";

/**
 * A method was called with an argument that has no meaning for it.
 * Carries facts: the argument's name, the zero-based position inside it (null = the argument as a whole),
 * what was found and what is expected. The message is for developers, never for users.
 */
export class InvalidArgument extends RangeError {
  constructor(
    readonly argument: string,
    readonly position: number | null,
    readonly found: number,
    readonly expected: Expectation,
  ) {
    super(`${argument}${position === null ? "" : `[${position}]`} is ${found}, expected ${expected}`);
    this.name = "InvalidArgument";
  }
}
