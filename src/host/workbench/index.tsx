/** The workbench: a small Excel in a page, with the real task pane beside it. */
import { createRoot } from "react-dom/client";
import { Bench } from "./bench";
import { Workbench } from "./chrome/workbench";
import type { GridView } from "./grid";
import { lettersAreThere } from "./letters";
import { readQuery } from "./query";

/** What the pane's page finds in the page around it, and what a test may take hold of. */
interface WorkbenchDoor {
  /** What becomes `window.external` of the pane's page. */
  connect(): object | undefined;
  readonly bench: Bench;
  /** The sheets on the screen; null while there are none. */
  grid: GridView | null;
}

declare global {
  interface Window {
    keyfolioWorkbench: WorkbenchDoor;
  }
}

const bench = new Bench(readQuery(location.search));
window.keyfolioWorkbench = { connect: () => bench.connect(), bench, grid: null };
const takeGrid = (grid: GridView | null) => void (window.keyfolioWorkbench.grid = grid);
createRoot(document.getElementById("workbench")!).render(<Workbench bench={bench} onGrid={takeGrid} />);
void lettersAreThere().then(() => bench.openFirst());
