/** The steps that nobody needs at once: they travel in a script of their own, fetched as soon as the pane is at work. */
export { DataQualityStep } from "./data-quality-step";
export { ResultsStep } from "./results-step";
export { RulesStep } from "./rules-step";
export { Help } from "../help/help";
