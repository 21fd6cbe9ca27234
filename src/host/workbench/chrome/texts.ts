import { createContext, useContext } from "react";
import { textsOf, type Texts } from "../../../locales";

/** The workbench's texts in the language of the moment. */
export const TextsContext = createContext<Texts["workbench"]>(textsOf.en.workbench);

export const useTexts = (): Texts["workbench"] => useContext(TextsContext);
