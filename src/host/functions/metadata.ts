/** `functions.json` as Excel reads it (Microsoft, "Manually create JSON metadata for custom functions"); only what the host needs. */
export interface FunctionsMetadata {
  functions: FunctionMetadata[];
  /** True: errors in arguments of type "any" reach the function instead of being its result. */
  allowErrorForDataTypeAny?: boolean;
  /** True: values with a type, such as formatted numbers, reach parameters of type "any" and come back from functions. */
  allowCustomDataForDataTypeAny?: boolean;
}

export interface FunctionMetadata {
  id: string;
  name: string;
  description?: string;
  parameters?: ParameterMetadata[];
  options?: {
    cancelable?: boolean;
    stream?: boolean;
    requiresAddress?: boolean;
    volatile?: boolean;
  };
}

export interface ParameterMetadata {
  name: string;
  description?: string;
  type?: string;
  dimensionality?: string;
  optional?: boolean;
  repeating?: boolean;
}

/** The functions of an add-in. */
export interface AddInFunctions {
  metadata: FunctionsMetadata;
  /** What stands before the dot in formulas: "KAM". */
  namespace: string;
  /** What a blank cell arrives as where its type leaves that open: builds of Excel differ (office-js #4702, #5262). Default "". */
  blank?: "" | 0;
  /** How long a calculation waits for the answers of the page; later ones find `#BUSY!` in their cells. Default 30,000. */
  patienceMilliseconds?: number;
}

/** Throws unless the value reads as `functions.json`. */
export function requireFunctionsMetadata(value: unknown): FunctionsMetadata {
  const metadata = value as FunctionsMetadata | null;
  if (typeof metadata !== "object" || metadata === null || !Array.isArray(metadata.functions)) {
    throw new Error("The metadata of the functions has no list of functions.");
  }
  for (const { id, name } of metadata.functions) {
    if (typeof id !== "string" || typeof name !== "string") {
      throw new Error("A function of the metadata has no id or no name.");
    }
  }
  return metadata;
}
