/**
 * What runs without the pane: the two ribbon buttons, and the door for a run without a screen.
 * Both take the same way through `workbook/` as the pane does.
 */
import { languageOf, problemText, textsOf, type Language } from "../locales";
import { Problem } from "../portfolio";
import {
  classifyAndReport,
  classifyRows,
  portfolioReport,
  type RunOptions,
  type RunRequest,
} from "../workbook";

/** What a caller outside the page learns: a sentence for the user when the run stopped. */
export type HeadlessOutcome = { ok: true } | { ok: false; message: string };

/** Stages in the user's language with the part done, 0 to 1. */
export type HeadlessProgress = (stage: string, fraction: number) => void;

const displayLanguage = () => languageOf(Office.context.displayLanguage);

/** The user's own day, as the calendar on the desk shows it. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const messageOf = (error: unknown, language: Language) =>
  problemText(
    error instanceof Problem
      ? error
      : new Problem({ kind: "office", code: "GeneralException", message: String(error) }),
    language,
  );

/** Runs a ribbon button: what went wrong stands in the pane, in words. */
async function fromRibbon(
  event: Office.AddinCommands.Event,
  job: (request: RunRequest, options: RunOptions) => Promise<unknown>,
) {
  const language = displayLanguage();
  const progress = document.getElementById("progress")!;
  const problem = document.getElementById("problem")!;
  problem.textContent = "";
  try {
    await job(
      { today: today(), displayLanguage: language },
      { onProgress: (stage) => (progress.textContent = textsOf[language].commands.stages[stage]) },
    );
  } catch (error) {
    problem.textContent = messageOf(error, language);
  } finally {
    progress.textContent = "";
    event.completed();
  }
}

const keyfolio = {
  /** Classifies the list and builds the report. Never throws: the outcome says in words what went wrong. */
  async classifyAndReport(
    request: Omit<RunRequest, "today" | "displayLanguage">,
    onProgress: HeadlessProgress = () => undefined,
  ): Promise<HeadlessOutcome> {
    const language = request.language ?? displayLanguage();
    const { stages } = textsOf[language].commands;
    try {
      await classifyAndReport(
        { ...request, today: today(), displayLanguage: displayLanguage() },
        { onProgress: (stage, fraction) => onProgress(stages[stage], fraction) },
      );
      return { ok: true };
    } catch (error) {
      return { ok: false, message: messageOf(error, language) };
    }
  },
};

declare global {
  interface Window {
    keyfolio: typeof keyfolio;
  }
}

void Office.onReady(() => {
  Office.actions.associate("classifyRows", (event: Office.AddinCommands.Event) =>
    fromRibbon(event, classifyRows),
  );
  Office.actions.associate("portfolioReport", (event: Office.AddinCommands.Event) =>
    fromRibbon(event, portfolioReport),
  );
  window.keyfolio = keyfolio;
});
