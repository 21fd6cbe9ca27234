/** A value as it stands in JSON, short enough for a message. */
export function shown(value: unknown): string {
  const text =
    value === undefined
      ? "–"
      : typeof value === "number"
        ? String(value)
        : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
