import { createContext, useContext } from "react";
import { type HostTexts, hostTextsOf } from "../../../locales";

/** The workbench's texts in the language of the moment. */
export const TextsContext = createContext<HostTexts["workbench"]>(hostTextsOf.en.workbench);

export const useTexts = (): HostTexts["workbench"] => useContext(TextsContext);
