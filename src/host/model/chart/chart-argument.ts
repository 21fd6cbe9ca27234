import type { CellBlock } from "../sheet-context";
import { chartKinds } from "./chart-kind";
import { HostError } from "../host-error";
import { requireText } from "../required-value";

/** @throws HostError NotImplemented for types of Excel that the host does not draw */
export function requireChartType(type: unknown): string {
  const text = requireText(type, "A chart type");
  if (!(text in chartKinds)) {
    throw new HostError("NotImplemented", `The host draws no ${text}.`);
  }
  return text;
}

/** @throws HostError InvalidArgument unless it is a range */
export function referenceTo(block: CellBlock): string {
  if (typeof block !== "object" || block === null || !("$area" in block)) {
    throw new HostError("InvalidArgument", "A range is needed.");
  }
  return block.$context.referenceTo(block.$area);
}
