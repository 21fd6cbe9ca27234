import { Link } from "@fluentui/react-components";
import type { RunState, Undoable } from "../../commands/runs";
import { numbersIn, type Texts, whatStaysText, type WhatStays } from "../../locales";
import type { TakenBack } from "../../workbook";
import { Message } from "../shell/message";
import { ProblemHelp } from "../shell/problem-help";
import { useDisplayLanguage, useSession, useTexts } from "../state/pane-context";
import { useLayout } from "../theme/styles";

/** How undoing or removing ended: what went, what stays and why. */
export default function TakenBackMessage({ run }: { run: RunState }) {
  const session = useSession();
  const { undo } = useTexts();
  const dismiss = () => session.dismissRun();
  if (run.status === "notTakenBack") {
    return (
      <ProblemHelp
        problem={run.problem}
        title={undo.stopped}
        again={{ label: undo.again, act: () => void session.takeBackAgain(run.work) }}
        clearFilter={{
          label: undo.clearFilter,
          act: (address) => void session.clearFilterAndTakeBack(run.work, address),
        }}
        onDismiss={dismiss}
      />
    );
  }
  if (run.status !== "undone" && run.status !== "removed") return null;
  const isRemoved = run.status === "removed";
  const title = isRemoved ? titleOfRemoval(run.taken, undo) : titleOf(run.job, run.taken, undo);
  return (
    <Message intent={run.taken.stays.length > 0 ? "info" : "success"} title={title} onDismiss={dismiss}>
      <Taken taken={run.taken} isRemoved={isRemoved} />
    </Message>
  );
}

type Words = Texts["pane"]["undo"];

function titleOf(
  job: Undoable["job"],
  { columns, sheets, pages = [], stays }: TakenBack,
  words: Words,
): string {
  const isNothing = columns.length + sheets.length + pages.length === 0;
  const extent = stays.length === 0 ? "whole" : isNothing ? "none" : "part";
  const { sampleUndone, sampleNotUndone, scoresUndone, scoresUndoneInPart, scoresNotUndone } = words;
  // The sample is one sheet.
  if (job === "sample") return extent === "whole" ? sampleUndone : sampleNotUndone;
  return job === "scores"
    ? { whole: scoresUndone, part: scoresUndoneInPart, none: scoresNotUndone }[extent]
    : { whole: words.undone, part: words.undoneInPart, none: words.notUndone }[extent];
}

/** Scores that people gave, and headers that they made their own, are not ours. */
function titleOfRemoval({ stays }: TakenBack, { removed, removedInPart }: Words): string {
  return stays.every(({ kind }) => kind === "scores" || kind === "renamed") ? removed : removedInPart;
}

function Taken({ taken, isRemoved }: { taken: TakenBack; isRemoved: boolean }) {
  const layout = useLayout();
  const { undo } = useTexts();
  const numbers = numbersIn[useDisplayLanguage()];
  const { columns, sheets, pages = [], stays } = taken;
  const gone = new Set(isRemoved ? columns : taken.gone);
  const given = columns.filter((header) => !gone.has(header));
  const lines = [
    ...(gone.size > 0 ? [undo.removedColumns([...gone])] : []),
    ...(given.length > 0 ? [undo.columns(given)] : []),
    ...(sheets.length > 0 ? [undo.sheets(sheets, numbers)] : []),
    ...(pages.length > 0 ? [undo.pages(pages)] : []),
  ];
  return (
    <>
      {lines.map((line) => (
        <p key={line} className={layout.text}>
          {line}
        </p>
      ))}
      {lines.length === 0 && stays.length === 0 && !isRemoved && (
        <p className={layout.text}>{undo.nothing}</p>
      )}
      {stays.length > 0 && <Staying stays={stays} />}
    </>
  );
}

/** What stays, each with the way to see it. */
export function Staying({ stays }: { stays: readonly WhatStays[] }) {
  const layout = useLayout();
  const session = useSession();
  const language = useDisplayLanguage();
  const { undo } = useTexts();
  return (
    <>
      <p className={layout.heading} style={{ marginTop: "8px" }}>
        {undo.staysTitle}
      </p>
      <ul className={layout.plainList}>
        {stays.map((each) => {
          const address = "address" in each ? each.address : null;
          return (
            <li key={JSON.stringify(each)} className={layout.tight} style={{ padding: "4px 0" }}>
              <p className={layout.text}>{whatStaysText(each, language)}</p>
              {address && (
                <Link
                  as="button"
                  style={{ alignSelf: "start", minHeight: "24px" }}
                  onClick={() => void session.show(address)}
                >
                  {undo.show(address)}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
