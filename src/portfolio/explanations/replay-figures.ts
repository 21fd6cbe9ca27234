import type { AlarmRecord, Replay } from "../../analysis";
import type { FigureName, ReplayFigure } from "./figure-explanation";
import { one } from "./inputs";
import type { Figured } from "./portfolio-figures";

const asked: Readonly<
  Record<ReplayFigure, ["silence" | "decline" | "all" | "plainRule", "warned" | "false"]>
> = {
  silenceWarned: ["silence", "warned"],
  silenceFalse: ["silence", "false"],
  declineWarned: ["decline", "warned"],
  declineFalse: ["decline", "false"],
  allWarned: ["all", "warned"],
  allFalse: ["all", "false"],
  plainWarned: ["plainRule", "warned"],
  plainFalse: ["plainRule", "false"],
};

/** How many losses an alarm warned of, and how many of its warnings were false. Source: methods §9. */
export function replayFigure(figure: FigureName, replay: Replay): Figured | null {
  const [alarm, what] = asked[figure as ReplayFigure] ?? [];
  if (!alarm) return null;
  const { warned, warnings, falseAlarms }: AlarmRecord = replay[alarm];
  const [part, whole] = what === "warned" ? [warned, replay.lost] : [falseAlarms, warnings];
  if (whole === 0) return null;
  return {
    value: part / whole,
    working: { by: "part", of: one(part), whole: one(whole), times: 1 },
    paragraph: 9,
    sources: [],
  };
}
