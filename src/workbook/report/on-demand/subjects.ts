import type { WorkbookState } from "../../source/workbook-state";
import type { OnDemandKey } from "../paint/page";

/** What a sheet that somebody asked for is about, as the workbook remembers it in a setting of its own: JSON. */
export interface SheetSubject {
  version: 1;
  /** A client by its folded name, or a scenario by all that makes it. */
  of: string;
  /** The client's code, "" where the list has none: a client that is renamed keeps its sheet. */
  code: string;
  /** Digests of what runs wrote onto its page, in one text. */
  written?: string;
}

export const settingOfSubject = (key: string): string => `keyfolio.sheet.${key}`;

/** Whether two subjects are one: by code where both have one. */
function isSame(one: SheetSubject, { of, code }: SheetSubject): boolean {
  return one.code !== "" && code !== "" ? one.code === code : one.of === of;
}

/** The key of the sheet about a subject: the one that it had when it was made first, or the next that is free. */
export function keyOfSubject(
  kind: "dossier" | "scenario",
  subject: SheetSubject,
  { settings, ownNames }: Pick<WorkbookState, "settings" | "ownNames">,
): OnDemandKey {
  const taken = new Set(ownNames.map(({ name }) => name.toLowerCase().split(".").slice(0, 3).join(".")));
  for (let number = 1; ; number++) {
    const key: OnDemandKey = `${kind}${number}`;
    const stored = settings.get(settingOfSubject(key));
    if (isSubject(stored) && isSame(stored, subject)) return key;
    const isKnownLater = [...settings].some(
      ([name, value]) =>
        name.startsWith(settingOfSubject(kind)) && isSubject(value) && isSame(value, subject),
    );
    if (!isKnownLater && stored === undefined && !taken.has(settingOfSubject(key).toLowerCase())) return key;
  }
}

function isSubject(value: unknown): value is SheetSubject {
  if (typeof value !== "object" || value === null) return false;
  const { version, of, code } = value as Partial<Record<keyof SheetSubject, unknown>>;
  return version === 1 && typeof of === "string" && typeof code === "string";
}
