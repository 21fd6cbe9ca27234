/** Stands for a value that a JSON does not have. */
export const notThere = "–";

/** A value as it stands in JSON, short enough for a message. */
export function shown(value: unknown): string {
  const text = value === undefined ? notThere : typeof value === "number" ? String(value) : written(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** What is nested beyond measure cannot be written. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return "[[[…";
  }
}

/** Whether something was stored by a version of Keyfolio that came after this one. */
export function isNewer(json: unknown, version: number): boolean {
  return isRecord(json) && typeof json.version === "number" && json.version > version;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
