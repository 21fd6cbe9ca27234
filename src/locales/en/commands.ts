export const commands = {
  /** The option of the command line that leads out of a problem. */
  chooseBy: (option: string) => `On the command line: ${option}.`,
  stages: {
    reading: "Reading the list…",
    classifying: "Classifying clients…",
    writing: "Writing the result columns…",
    report: "Building the report…",
    undoing: "Taking the run back…",
    removing: "Removing Keyfolio from the workbook…",
  },
};
