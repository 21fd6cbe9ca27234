export const firstRun = {
  title: "Who are your key clients?",
  purpose:
    "Keyfolio reads the client list in this workbook and shows which clients are key, how much you depend on each, and where to invest.",
  privacy: "Nothing leaves the workbook, and nothing in it changes until you say so.",
  gains: {
    classes: "A status and a class beside every client",
    report: "A report with charts on sheets of its own",
    again: "Run it again next month: everything is refreshed in place",
  },
  start: "Start with my list",
  sample: "Use sample data",
  sampleHint: "adds a sheet with invented clients",
  addingSample: "Adding the sample…",
};
