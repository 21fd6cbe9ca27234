export { Results, type ResultsProps } from "./results";
export { WhatIf, type WhatIfProps } from "./what-if";
export { SinceEarlier } from "./since-earlier";
