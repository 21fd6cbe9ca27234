export { mountGrid, type GridOptions, type GridSelection, type GridView } from "./grid-view";
export { nameOfFormat, type NumberFormatName, numberFormats } from "./person/number-formats";
