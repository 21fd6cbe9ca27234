import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Chrome, Edge and Chromium stand when nobody moved them. */
const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

const howToGetOne = `The browser tests need Chromium, Chrome or Edge, and none was found.
  Debian, Ubuntu:  sudo apt-get install chromium
  macOS, Windows:  install Google Chrome or Microsoft Edge
  elsewhere:       set KEYFOLIO_BROWSER to the program's path`;

/** Full path of a program that stands in PATH; null when there is none. */
function inPath(program: string): string | null {
  try {
    return execFileSync("which", [program], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return null;
  }
}

/**
 * Program of the system's own browser; none is downloaded.
 * @throws Error that says how to get one
 */
export function systemBrowser(): string {
  const named = process.env.KEYFOLIO_BROWSER;
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`KEYFOLIO_BROWSER is ${named}, which does not exist.\n${howToGetOne}`);
  }
  for (const place of usualPlaces[process.platform] ?? []) {
    const found = process.platform === "linux" ? inPath(place) : existsSync(place) ? place : null;
    if (found) return found;
  }
  throw new Error(howToGetOne);
}

/** A fresh headless browser that talks to nobody but the page it is given. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: systemBrowser(),
    args: [
      // Refused for root, as whom containers run; the pages are our own.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
