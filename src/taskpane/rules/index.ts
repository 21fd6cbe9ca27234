export { Rules, type RulesProps } from "./rules";
