import { HostError } from "../host-error";

/** HTML names that Excel takes besides `#RRGGBB`; the host knows the basic ones. */
const namedColors: Record<string, string> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  lime: "#00FF00",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  gray: "#808080",
  grey: "#808080",
  silver: "#C0C0C0",
  teal: "#008080",
  navy: "#000080",
  maroon: "#800000",
};

/** `#RRGGBB` in capitals. @throws HostError InvalidArgument. */
export function colorOf(color: unknown): string {
  const text = typeof color === "string" ? (namedColors[color.toLowerCase()] ?? color) : "";
  if (!/^#?[0-9a-f]{6}$/i.test(text)) {
    throw new HostError("InvalidArgument", `${String(color)} is not a colour.`);
  }
  return `#${text.replace("#", "").toUpperCase()}`;
}
