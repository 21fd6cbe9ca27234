import type { ScenarioCosts } from "../classification/scenarios/what-if";
import { digestOf } from "./hash";
import { orderedText } from "./snapshot";

/** The costs that "if a client leaves" of the report reckons with, so short that it can be kept with a run; other costs, another one. */
export const digestOfCosts = (costs: ScenarioCosts): string => digestOf(orderedText(costs));
