import { usePane, useSession } from "../state/pane-context";
import { ProblemHelp } from "./problem-help";

/** What went wrong beside list and run, until the user closes it. */
export function Mishap() {
  const session = useSession();
  const { mishap } = usePane();
  return mishap && <ProblemHelp problem={mishap} onDismiss={() => session.dismissMishap()} />;
}
