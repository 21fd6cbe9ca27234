import { useState } from "react";
import { useTellUnfinished } from "./unfinished";

/** What the texts of some fields mean together: rules that can come into force, or what is wrong with which field. */
export type Reading<Name extends string> =
  { problems: Partial<Record<Name, string>> } | { commit: () => void };

/** A field whose text may be wrong while it is being typed. */
export interface Draft {
  value: string;
  /** Null while it can be in force. */
  problem: string | null;
  onChange: (text: string) => void;
  onFocus: () => void;
  onBlur: () => void;
}

/**
 * Fields that are valid together or not at all: what the user types stays on the screen, and comes into force as soon as
 * every field of the group can. A field that is left shows the rule in force again, unless it is wrong.
 *
 * @param inForce how the values in force are written
 * @param read what the texts mean; called with all of them
 */
export function useDrafts<Name extends string>(
  inForce: Readonly<Record<Name, string>>,
  read: (texts: Readonly<Record<Name, string>>) => Reading<Name>,
): (name: Name) => Draft {
  const [drafts, setDrafts] = useState<Partial<Record<Name, { text: string; over: string }>>>({});
  const [focused, setFocused] = useState<Name | null>(null);

  // A rule that was changed elsewhere (a preset, a file, a reset) is shown in place of what was typed over the old one.
  const isCurrent = (name: Name) => drafts[name] && (focused === name || drafts[name].over === inForce[name]);
  const textOf = (name: Name) => (isCurrent(name) ? drafts[name]!.text : inForce[name]);
  const names = Object.keys(inForce) as Name[];
  const texts = Object.fromEntries(names.map((name) => [name, textOf(name)])) as Record<Name, string>;
  const isTouched = names.some((name) => texts[name] !== inForce[name]);
  const reading = isTouched ? read(texts) : null;
  const problems: Partial<Record<Name, string>> = reading && "problems" in reading ? reading.problems : {};

  useTellUnfinished(Object.keys(problems).length > 0);

  return (name) => ({
    value: texts[name],
    problem: problems[name] ?? null,
    onChange: (text) => {
      setDrafts({ ...drafts, [name]: { text, over: inForce[name] } });
      setFocused(name);
      const next = read({ ...texts, [name]: text });
      if ("commit" in next) next.commit();
    },
    onFocus: () => setFocused(name),
    onBlur: () => {
      setFocused(null);
      // Others that wait for this one keep their text.
      if (reading === null || "commit" in reading) setDrafts({});
    },
  });
}
