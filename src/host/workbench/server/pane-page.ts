/** Address from which the delivered page loads Office.js. */
const contentNetwork = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/** Below this path of the server the published Office.js is found. */
export const officePath = "/office-js/";

/** Excel puts `window.external` into the page before its scripts run; in the frame the workbench's own host takes its place. */
const connection =
  "<script>if (parent.keyfolioWorkbench) " +
  'Object.defineProperty(window, "external", { value: parent.keyfolioWorkbench.connect(), configurable: true });</script>';

/**
 * The built page of the pane as the workbench shows it: Office.js comes from the package instead of the network, and a first
 * script connects the page to the host around it. Nothing else is changed.
 * @throws Error when the page does not load Office.js from where Office wants it
 */
export function panePageForWorkbench(html: string): string {
  const officeScript = html.indexOf(contentNetwork);
  const tag = html.lastIndexOf("<script", officeScript);
  if (officeScript < 0 || tag < 0)
    throw new Error(`The page does not load Office.js from ${contentNetwork}.`);
  return (html.slice(0, tag) + connection + html.slice(tag)).replaceAll(contentNetwork, officePath);
}
