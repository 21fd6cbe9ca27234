import { advice } from "./advice";
import { columns } from "./columns";
import { commands } from "./commands";
import { findings } from "./findings";
import { functions } from "./functions";
import { madeList } from "./made-list";
import { pane } from "./pane";
import { problems } from "./problems";
import { reading } from "./reading";
import { report } from "./report";
import { sample } from "./sample";

export const en = {
  advice,
  columns,
  commands,
  findings,
  functions,
  madeList,
  pane,
  problems,
  reading,
  report,
  sample,
};
