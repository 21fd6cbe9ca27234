import { advice } from "./advice";
import { classMoves } from "./class-moves";
import { columns } from "./columns";
import { commands } from "./commands";
import { findings } from "./findings";
import { firstThings } from "./first-things";
import { freshness } from "./freshness";
import { functions } from "./functions";
import { madeList } from "./made-list";
import { pane } from "./pane";
import { problems } from "./problems";
import { reading } from "./reading";
import { scoreColumns } from "./score-columns";
import { portfolio } from "./portfolio";

export const en = {
  advice,
  classMoves,
  columns,
  commands,
  findings,
  firstThings,
  freshness,
  functions,
  madeList,
  pane,
  portfolio,
  problems,
  reading,
  scoreColumns,
};
