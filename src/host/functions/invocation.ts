import type { FunctionAnswer } from "./values";

/** Bits of an invocation's flags. With typed values every object among the arguments is `{ value }` with its JSON text. */
export const InvocationFlag = { cancelable: 1, streaming: 2, errorsAllowed: 4, typedValues: 8 } as const;

/** One call of a function, as it goes to the page. */
export interface Invocation {
  /** The id under which the page associated it. */
  functionName: string;
  /** JSON text of the list of arguments. */
  parameters: string;
  /** "Sheet1!A1" of the calling cell; null when the function did not ask for it. */
  address: string | null;
  flags: number;
}

/** A call under way. */
export interface OpenInvocation {
  answer: Promise<FunctionAnswer>;
  /** Tells that nobody waits any more; `answer` then stays open for good. */
  cancel(): void;
}

/** What calls functions in the page. */
export interface FunctionRuntime {
  /** True once a page is there: its functions will be ready soon. Calls made before wait for that. */
  isConnected: boolean;
  invoke(invocation: Invocation): OpenInvocation;
}
