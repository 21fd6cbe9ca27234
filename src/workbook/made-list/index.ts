export { type LinesBehind, linesBehind, type LinesRequest } from "./lines-behind";
