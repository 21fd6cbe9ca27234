import type { WorkbookState } from "../../source/workbook-state";
import type { OnDemandKey } from "../paint/page/page";
import { settingOfSheet } from "../../settings/sheet-setting";

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
  const known = [...settings]
    .filter(([, value]) => isSubject(value) && isSame(value, subject))
    .flatMap(([name]) => numberOf(name, kind) ?? []);
  if (known.length > 0) return `${kind}${Math.min(...known)}`;
  const taken = new Set(ownNames.map(({ name }) => name.toLowerCase().split(".").slice(0, 3).join(".")));
  for (let number = 1; ; number++) {
    const setting = settingOfSheet(`${kind}${number}`);
    if (settings.get(setting) === undefined && !taken.has(setting.toLowerCase())) return `${kind}${number}`;
  }
}

/** The number by which a setting tells of such a sheet; null for a setting that does not, as somebody else may have stored it. */
function numberOf(setting: string, kind: string): number | null {
  const [, number] = /^([1-9]\d{0,8})$/.exec(setting.replace(settingOfSheet(kind), "")) ?? [];
  return number === undefined || !setting.startsWith(settingOfSheet(kind)) ? null : Number(number);
}

function isSubject(value: unknown): value is SheetSubject {
  if (typeof value !== "object" || value === null) return false;
  const { version, of, code } = value as Partial<Record<keyof SheetSubject, unknown>>;
  return version === 1 && typeof of === "string" && typeof code === "string";
}
