/** The card “Why?”: it travels in a file of its own, with the texts and rules that only it needs. */
export { WhyCard } from "./why-card";
