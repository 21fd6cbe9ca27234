/** The first page of the help: what Excel opens for "support" and "learn more". */
export const helpStart = {
  title: "Help for Keyfolio",
  purpose:
    "Keyfolio works in Excel on the client list that you already have. It finds your key clients, shows how much you depend on each, and builds a portfolio report with Excel charts.",
  beginTitle: "To begin",
  begin: [
    "Open your workbook with a client list: one row per client, with a column of names and at least one column of sales or revenue.",
    "Put the cursor into the list. On the Home tab choose Classify rows: share, status, ABC, XYZ and more appear to the right of the list. Your own cells stay as they are.",
    "Choose Portfolio report: sheets with figures, conclusions and charts are added to the workbook. A report made before is refreshed; what you typed over its cells then stands at the end of the sheet, under “Notes”.",
    "Keyfolio pane opens the pane beside the sheet: choose another list, change the rules, try what happens when a client leaves. Sample data is there as well.",
  ],
  formulasTitle: "Formulas",
  troubleTitle: "When something does not work",
  trouble: [
    "Keyfolio stopped: the pane says why and what to do. Unless it names columns that were written, your list is as it was before.",
    "The buttons or the formulas are missing: Keyfolio needs Excel 2021 or Microsoft 365 on Windows or Mac, or Excel on the web. Close Excel completely and open it again.",
    "A formula shows #NAME?: open the Keyfolio pane once, then press Ctrl+Alt+F9.",
    "Something else: ask whoever provides Keyfolio in your company, and tell them the version of Excel (File > Account).",
  ],
  dataTitle: "Your data",
  data: "Everything is computed inside your workbook. Nothing that stands in it is sent anywhere. Rules and settings are kept in the workbook itself.",
};
