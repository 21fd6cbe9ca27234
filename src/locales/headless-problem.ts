import type { Problem } from "../portfolio/problem";
import { doubtOption } from "./doubt-option";
import { en } from "./en";
import type { Language } from "./language";
import { problemText } from "./problem-text";
import { ru } from "./ru";

const words = { en: en.commands, ru: ru.commands };

/** What stopped a run without a screen: the same sentences, with the option of the command line that leads out of it. */
export function headlessProblem(problem: Problem, language: Language): string {
  const option = optionFor(problem);
  const text = problemText(problem, language);
  return option === null ? text : `${text} ${words[language].chooseBy(option)}`;
}

function optionFor({ detail }: Problem): string | null {
  switch (detail.kind) {
    case "doubtful":
      return doubtOption(detail.doubt);
    case "totalDiffers":
      return "--choose total=as-read";
    case "noAmountColumn":
      return "--column amount=B";
    case "noClientColumn":
      return "--column client=A";
    case "noList":
    case "emptySheet":
      return "--sheet";
    default:
      return null;
  }
}
