export { type LinesBehind, linesBehind, type LinesRequest, withNotRead } from "./lines-behind";
