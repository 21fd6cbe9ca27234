import type { LeftStanding, ProblemDetail } from "../../portfolio";
import type { Step } from "../state/pane-state";

/** What helps with a problem: go to cells, go to a step, show all rows, or do it again once the cause is gone. */
export type WayOn =
  | { kind: "show"; address: string }
  | {
      kind: "step";
      step: Extract<Step, "source" | "rules">;
      label: "chooseList" | "chooseColumns" | "answerQuestion" | "openRules";
    }
  | { kind: "clearFilter"; address: string }
  | { kind: "again" };

/** The ways on for a problem, the likeliest first. Never empty: there is no dead end. */
export function waysOn(problem: ProblemDetail): readonly WayOn[] {
  switch (problem.kind) {
    case "sheetNotFound":
    case "noList":
    case "emptySheet":
    case "sourceGone":
      return [{ kind: "step", step: "source", label: "chooseList" }, { kind: "again" }];
    case "noClientColumn":
    case "noAmountColumn":
    case "mixedUnits":
    case "unknownColumn":
    case "badMapping":
      return [{ kind: "step", step: "source", label: "chooseColumns" }];
    case "duplicateHeader":
      return [{ kind: "show", address: problem.addresses[0] }, { kind: "again" }];
    case "doubtful":
      return [{ kind: "step", step: "source", label: "answerQuestion" }];
    case "totalDiffers":
      return [
        { kind: "step", step: "source", label: "answerQuestion" },
        { kind: "show", address: problem.address },
      ];
    case "noClients":
    case "zeroTotal":
    case "negativeTotal":
      return [
        { kind: "step", step: "source", label: "chooseColumns" },
        { kind: "show", address: problem.address },
      ];
    case "unknownPreset":
    case "badPolicy":
    case "tooFewPeriods":
      return [{ kind: "step", step: "rules", label: "openRules" }];
    case "filterActive":
      return [{ kind: "clearFilter", address: problem.address }, { kind: "again" }];
    case "cellLeft":
      return [{ kind: "show", address: problem.address }];
    case "cellsWrittenOver":
      return [{ kind: "show", address: problem.writtenOver[0].address }];
    case "cellsToTheRight":
    case "mergedCells":
    case "mergedResults":
    case "unmarkedResults":
    case "amountTooLarge":
      return [{ kind: "show", address: problem.address }, { kind: "again" }];
    case "leftStanding":
    case "scoresLeft":
      return againWithout(problem);
    case "unfinished":
      return againWithout(problem.standing);
    case "noSuchClient":
    case "noClientSelected":
    case "madeHalf":
    case "sourceChanged":
    case "protectedSheet":
    case "protectedWorkbook":
    case "readOnlyWorkbook":
    case "editMode":
    case "sheetHidden":
    case "sheetFull":
    case "cancelled":
    case "cutOff":
    case "newerVersion":
    case "notLoaded":
    case "office":
    case "unexpected":
      return [{ kind: "again" }];
  }
}

/** What was not finished can be done once nothing is in the way. */
const againWithout = (standing?: Pick<LeftStanding, "address" | "reason">): readonly WayOn[] =>
  standing?.reason === "filter"
    ? [{ kind: "clearFilter", address: standing.address }, { kind: "again" }]
    : [{ kind: "again" }];
