import { clientCard } from "./client-card";
import { dataQuality } from "./data-quality";
import { firstRun } from "./first-run";
import { question } from "./question";
import { results } from "./results";
import { rules } from "./rules";
import { run } from "./run";
import { shell } from "./shell";
import { source } from "./source";
import { undo } from "./undo";

export const pane = {
  clientCard,
  dataQuality,
  firstRun,
  question,
  results,
  rules,
  run,
  shell,
  source,
  undo,
};
