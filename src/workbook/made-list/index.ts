export { type LinesBehind, linesBehind, type LinesRequest, withNotRead } from "./lines-behind";
export { joinedTrace, type MadeTrace, withMadeList } from "./made-trace";
