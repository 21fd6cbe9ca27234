import { parseSpPr, parseTxPr, type FileChart, type XmlElement } from "../library";
import { attribute, child, children, flag, numberAttribute, parsed, textOf } from "../package/package-parts";

/**
 * The library keeps shapes and texts of a chart that it read as raw XML. This replaces them by its own structures,
 * everywhere in the model; nothing else is touched.
 */
export function structuredChart(model: FileChart.ChartModel): FileChart.ChartModel {
  return structured(model) as FileChart.ChartModel;
}

function structured(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structured);
  if (typeof value !== "object" || value === null) return value;
  const raw = (value as { _rawXml?: unknown })._rawXml;
  if (typeof raw === "string") return fromRaw(raw, value);
  const entries = Object.entries(value).map(([key, content]) => {
    return key === "rawTx" && typeof content === "string"
      ? ["text", richTextFrom(content)]
      : [key, structured(content)];
  });
  return Object.fromEntries(entries.filter(([, content]) => content !== undefined));
}

function fromRaw(raw: string, value: object): unknown {
  if (/^\s*<(?:\w+:)?txPr/.test(raw)) {
    const body = child(tree(raw), "bodyPr");
    return { ...parseTxPr(value), rotation: numberAttribute(body, "rot") };
  }
  return parseSpPr(value);
}

function tree(raw: string): XmlElement {
  return parsed(raw, "chart");
}

/** A text of its own; a text that a cell gives is none. */
function richTextFrom(raw: string): FileChart.ChartRichText | undefined {
  const rich = child(tree(raw), "rich");
  if (!rich) {
    const cached = children(child(child(child(tree(raw), "strRef"), "strCache"), "pt"), "v").map(textOf);
    return cached.length === 0 ? undefined : { paragraphs: [{ runs: [{ text: cached[0] }] }] };
  }
  const paragraphs = children(rich, "p").map((paragraph) => {
    const ordinary = runProperties(child(child(paragraph, "pPr"), "defRPr"));
    const runs = children(paragraph, "r").map((run) => ({
      text: textOf(child(run, "t")),
      properties: { ...ordinary, ...runProperties(child(run, "rPr")) },
    }));
    return { properties: { defaultRunProperties: ordinary }, runs };
  });
  return { paragraphs };
}

function runProperties(element: XmlElement | undefined): FileChart.ChartTextProperties {
  const size = numberAttribute(element, "sz");
  const color = attribute(child(child(element, "solidFill"), "srgbClr"), "val");
  return {
    ...(size !== undefined && { size }),
    ...(attribute(element, "b") !== undefined && { bold: flag(element, "b") }),
    ...(color !== undefined && { color: { srgb: color } }),
  };
}
