import { all, at, described, valueOf, type CheckedManifest } from "./manifest";

/** More buttons than this have to have a tab of their own (AppSource). */
const mostButtons = 6;

/** Buttons: known to each other by different identifiers, each with something to do. */
export function checkCommands({ root }: CheckedManifest): string[] {
  const problems: string[] = [];
  const ids = all(root, "Group", "Control").map((element) => element.getAttribute("id") ?? "");
  for (const id of new Set(ids)) {
    if (id === "") problems.push("A <Group> or <Control> has no id.");
    else if (ids.filter((each) => each === id).length > 1)
      problems.push(`Two buttons or groups are called ${id}.`);
  }
  const buttons = all(root, "Control");
  if (buttons.length > mostButtons)
    problems.push(
      `There are ${buttons.length} buttons on the Home tab; at most ${mostButtons} may be there.`,
    );
  for (const button of buttons) {
    const action = at(button, "Action");
    if (!action) continue;
    const kind = action.getAttribute("xsi:type");
    const name = at(action, "FunctionName");
    if (
      kind === "ExecuteFunction"
        ? !name || valueOf(name) === ""
        : kind !== "ShowTaskpane" || !at(action, "SourceLocation")
    )
      problems.push(`${described(button)} does nothing.`);
  }
  return problems;
}
