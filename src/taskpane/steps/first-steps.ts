/** What stands in the pane of somebody at work at once: it travels beside what reads his list. */
export { RunStep } from "../run/run-step";
export { SourceStep } from "../source/source-step";
