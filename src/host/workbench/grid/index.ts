export { mountGrid, type GridOptions, type GridSelection, type GridView } from "./grid-view";
