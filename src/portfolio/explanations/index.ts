/** Why: what stands behind each figure (methods §15). */
export type {
  ActivityExplanation,
  Base,
  ClientExplanation,
  ClientFigure,
  Explanation,
  Frame,
} from "./explanation";
export type { RuleSource } from "./frame";
export { type FigureExplanation, type FigureName, type Working, figureNames } from "./figure-explanation";
export { Explainer, clientFigureNames, type GroupName } from "./explainer";
export type { CellsAt, Many, One } from "./inputs";
