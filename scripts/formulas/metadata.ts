import { readdirSync } from "node:fs";
import path from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import type { Language } from "../../src/locales";
import { functionHelp as english } from "../../src/locales/en/function-help";
import { functionHelp as russian } from "../../src/locales/ru/function-help";
import { baseAddress, helpPath } from "./addresses";

/** `functions.json` as Excel reads it. */
export interface FunctionsMetadata {
  functions: FunctionMetadata[];
  allowErrorForDataTypeAny: boolean;
  allowCustomDataForDataTypeAny: boolean;
}

interface FunctionMetadata {
  id: string;
  name: string;
  description: string;
  helpUrl: string;
  parameters: {
    name: string;
    description: string;
    type: string;
    dimensionality?: string;
    optional?: boolean;
  }[];
  result: { type?: string; dimensionality?: string };
  options?: Record<string, boolean>;
}

export const helpIn = { en: english, ru: russian } as const;

const folder = path.join(__dirname, "../../src/functions");

/**
 * Metadata of all formulas: identifiers, parameters and types from the code (its JSDoc), every text from the locales.
 *
 * Microsoft's webpack plugin is not used: it associates the tagged functions themselves, without the words and errors of
 * Excel, and knows one language only. Errors among the arguments must reach the functions, or Excel answers without a
 * message; values with a type must, or Excel takes no number with its format for an answer.
 *
 * @throws Error when the code cannot be read, or the locales and the code have different parameters.
 */
export async function functionsMetadata(): Promise<Readonly<Record<Language, FunctionsMetadata>>> {
  const files = readdirSync(folder).map((file) => path.join(folder, file));
  const { errors, metadataJson } = await generateCustomFunctionsMetadata(files);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  const { functions } = JSON.parse(metadataJson) as { functions: FunctionMetadata[] };
  const inLanguage = (language: Language): FunctionsMetadata => ({
    allowErrorForDataTypeAny: true,
    allowCustomDataForDataTypeAny: true,
    functions: functions.map((entry) => localised(entry, language)),
  });
  return { en: inLanguage("en"), ru: inLanguage("ru") };
}

function localised(entry: FunctionMetadata, language: Language): FunctionMetadata {
  const help = Object.entries(helpIn[language].functions).find(([name]) => name === entry.id)?.[1];
  if (!help) throw new Error(`${entry.id} has no help in the language ${language}.`);
  const names = entry.parameters.map(({ name }) => name);
  if (names.join() !== Object.keys(help.parameters).join()) {
    throw new Error(
      `${entry.id} has the parameters ${names.join(", ")}; its help in the language ${language} describes ` +
        `${Object.keys(help.parameters).join(", ")}.`,
    );
  }
  return {
    ...entry,
    description: help.description,
    helpUrl: `${baseAddress}/${helpPath(entry.id, language)}`,
    parameters: entry.parameters.map((parameter) => ({
      ...parameter,
      description: help.parameters[parameter.name],
    })),
  };
}
