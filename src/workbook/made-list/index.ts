export { type LinesBehind, linesBehind, type LinesRequest } from "./lines-behind";
export { type MadeReading, readMade, settleMade } from "./made-reading";
