import { addLaterMembers } from "../../later-members";

/** Address from which the delivered page loads Office.js. */
const contentNetwork = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/** Below this path of the server the published Office.js is found. */
export const officePath = "/office-js/";

/**
 * Script that the page loads first. Excel puts `window.external` into the page before its scripts run; in the frame the workbench's
 * own host takes its place. What the client of the package lacks comes once it is there.
 */
export const connection = {
  address: "workbench-connection.js",
  script:
    "if (parent.keyfolioWorkbench) { " +
    'Object.defineProperty(window, "external", { value: parent.keyfolioWorkbench.connect(), configurable: true }); ' +
    `addEventListener("load", () => Office.onReady(() => (${addLaterMembers.toString()})(window))); }`,
} as const;

/**
 * The built page of the pane as the workbench shows it: Office.js comes from the package instead of the network, and a first
 * script connects the page to the host around it. Nothing else is changed: its security policy takes both for its own files.
 * @throws Error when the page does not load Office.js from where Office wants it
 */
export function panePageForWorkbench(html: string): string {
  const officeScript = html.indexOf(contentNetwork);
  const tag = html.lastIndexOf("<script", officeScript);
  if (officeScript < 0 || tag < 0)
    throw new Error(`The page does not load Office.js from ${contentNetwork}.`);
  const first = `<script src="${connection.address}"></script>`;
  return (html.slice(0, tag) + first + html.slice(tag)).replaceAll(contentNetwork, officePath);
}
