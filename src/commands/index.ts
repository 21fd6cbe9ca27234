/**
 * What runs without the pane: the two ribbon buttons, and the door for a run without a screen.
 * Both take the same way through `runs` as the pane does, so that the pane shows how far they are and how they ended.
 */
import { headlessProblem, languageOf, readingText, textsOf } from "../locales";
import { carryNumberFormats } from "../functions/number-formats";
import { formulaFormatsKept, isFirstRun } from "../workbook";
import { showPane } from "./pane";
import { today } from "./today";
import { runs, type Job, type JobRequest } from "./runs";

/** What is asked from outside the page. */
export type HeadlessRequest = JobRequest & {
  /** Whether the figures are asked for. */
  json?: boolean;
};

/** What a caller outside the page learns: a sentence for the user when the run stopped. */
export type HeadlessOutcome =
  | {
      ok: true;
      /** Lines for the user, in the language of the messages: the reading in one line, then what to be careful with. */
      said?: readonly string[];
      /** The figures as plain JSON, when they were asked for. */
      figures?: object;
    }
  | { ok: false; message: string };

/** Stages in the user's language with the part done, 0 to 1. */
export type HeadlessProgress = (stage: string, fraction: number) => void;

/**
 * A click on a ribbon button. The pane opens where it has something to say: in a workbook that Keyfolio has not worked in
 * yet, when a run is going on already (then none is started), and when the run stops. The click is over in any case.
 */
async function fromRibbon(event: Office.AddinCommands.Event, job: Job): Promise<void> {
  try {
    const first = await isFirstRun().catch(() => false);
    const busy = runs.state.status === "running";
    if (busy || first) void showPane();
    if (busy) return;
    const end = await runs.start(job, {});
    if (end.status === "stopped") void showPane();
  } finally {
    event.completed();
  }
}

const keyfolio = {
  /** Classifies the list and builds the report. Never throws: the outcome says in words what went wrong. */
  async classifyAndReport(
    request: HeadlessRequest,
    onProgress: HeadlessProgress = () => undefined,
  ): Promise<HeadlessOutcome> {
    const language = request.language ?? languageOf(Office.context.displayLanguage);
    const { stages } = textsOf[language].commands;
    const unsubscribe = runs.subscribe(() => {
      const { state } = runs;
      if (state.status === "running") onProgress(stages[state.stage], state.fraction);
    });
    try {
      const { json, ...asked } = request;
      const end = await runs.start("classifyAndReport", { ...asked, isUnattended: true });
      if (end.status === "stopped") {
        const given = { rules: asked.rules !== undefined };
        return { ok: false, message: headlessProblem(end.problem, language, given) };
      }
      if (end.status !== "done") return { ok: true };
      const { classification, language: written, costs } = end.outcome;
      const moves = "report" in end.outcome ? end.outcome.moves : null;
      const { list } = classification.portfolio;
      const columns = "written" in end.outcome ? end.outcome.written : null;
      const grown = columns?.added.length ?? 0;
      const said = [readingText(classification.portfolio, language)];
      if (columns?.typedOver) said.push(textsOf[language].pane.run.typedOver(columns.typedOver));
      if (list.kind === "table" && !list.lines && grown > 0)
        said.push(textsOf[language].commands.tableGrew(list.name, list.sheet, grown));
      const { policy, portfolio } = classification;
      if ("report" in end.outcome && end.outcome.report.unprovable)
        said.push(textsOf[language].commands.unprovable);
      if (policy.proof === null && "report" in end.outcome) {
        const isProved = end.outcome.report.sheets.some(({ key }) => key === "proof");
        if (!isProved) said.push(textsOf[language].commands.proofLeftOut(portfolio.clients.length));
      }
      if (!json) return { ok: true, said };
      const { figuresOf } = await import(/* webpackChunkName: "figures" */ "../portfolio/figures/figures");
      const context = { today: today(), language: written, moves, costs };
      return { ok: true, said, figures: figuresOf(classification, context) };
    } finally {
      unsubscribe();
    }
  },
};

declare global {
  interface Window {
    keyfolio: typeof keyfolio;
  }
}

void Office.onReady(() => {
  for (const job of ["classifyRows", "portfolioReport"] as const) {
    Office.actions.associate(job, (event: Office.AddinCommands.Event) => fromRibbon(event, job));
  }
  window.keyfolio = keyfolio;
  carryNumberFormats(formulaFormatsKept());
});
