export const commands = {
  purpose: "Finds your key clients in the list you already have, and shows how much you depend on each.",
  stages: {
    reading: "Reading the list…",
    classifying: "Classifying clients…",
    writing: "Writing the result columns…",
    report: "Building the report…",
  },
};
