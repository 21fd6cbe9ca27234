export const commands = {
  stages: {
    reading: "Reading the list…",
    classifying: "Classifying clients…",
    writing: "Writing the result columns…",
    report: "Building the report…",
  },
};
