import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Where a Windows program tells where it is. */
const appPath = String.raw`HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe`;

/** Whether Excel for the desktop is installed here. It exists for Windows and macOS only. */
export function hasDesktopExcel(platform: NodeJS.Platform = process.platform): boolean {
  if (platform === "win32") return spawnSync("reg", ["query", appPath], { stdio: "ignore" }).status === 0;
  return platform === "darwin" && existsSync("/Applications/Microsoft Excel.app");
}

/** What to do on a machine without it. */
export const withoutExcel = `Excel for Windows or macOS is needed for "npm run excel", and there is none on this machine.
  Without Excel:        npm start opens the workbench, the add-in in a small Excel of our own.
  Excel on the web:     npm run excel -- --serve serves the add-in at https://localhost:3000. Then open a workbook at
                        excel.cloud.microsoft in a browser on this machine, choose Home > Add-ins > More Add-ins >
                        My Add-ins > Upload My Add-in, and choose dist/manifest.xml.`;
