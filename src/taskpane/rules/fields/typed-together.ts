import type { Reading } from "./drafts";
import type { Typed } from "./typed-values";

/** What typed values mean together: all of them come into force, or each that cannot is told at its own field. */
export function typedTogether<Values extends object>(
  typed: { readonly [Name in keyof Values]: Typed<Values[Name]> },
  commit: (values: Values) => void,
): Reading<keyof Values & string> {
  const fields = Object.entries<Typed<unknown>>(typed);
  const wrong = fields.filter(([, { problem }]) => problem !== undefined);
  if (wrong.length > 0) {
    const problems = Object.fromEntries(wrong.map(([name, { problem }]) => [name, problem]));
    return { problems: problems as Partial<Record<keyof Values & string, string>> };
  }
  const values = Object.fromEntries(fields.map(([name, { value }]) => [name, value])) as Values;
  return { commit: () => commit(values) };
}
