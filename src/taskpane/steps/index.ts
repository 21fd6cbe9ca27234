/** The steps that nobody needs at once: they travel in a file of their own, fetched as soon as the pane stands. */
export { DataQualityStep } from "./data-quality-step";
export { ResultsStep } from "./results-step";
export { RulesStep } from "./rules-step";
export { Help } from "../help/help";
