import { advice } from "./advice";
import { columns } from "./columns";
import { commands } from "./commands";
import { findings } from "./findings";
import { functions } from "./functions";
import { grid } from "./grid";
import { headless } from "./headless";
import { madeList } from "./made-list";
import { pane } from "./pane";
import { problems } from "./problems";
import { reading } from "./reading";
import { report } from "./report";
import { sample } from "./sample";
import { workbench } from "./workbench";
import type { Texts } from "../texts";

export const ru: Texts = {
  advice,
  columns,
  commands,
  findings,
  functions,
  grid,
  headless,
  madeList,
  pane,
  problems,
  reading,
  report,
  sample,
  workbench,
};
