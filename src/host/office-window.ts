import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { createRequire } from "node:module";
import { runInNewContext } from "node:vm";
import type { AbortablePromise, DOMWindow } from "jsdom";
import { addLaterMembers, type OfficePage } from "./later-members";

type Jsdom = typeof import("jsdom");

const { JSDOM, ResourceLoader, VirtualConsole } = loadJsdom();

/**
 * When it is loaded, jsdom notes which globals Node has and later looks for them in every page. One that a polyfill added
 * (`Iterator`, which the engine needs on Node 20) is in no page: it is put aside while jsdom loads.
 */
function loadJsdom(): Jsdom {
  const polyfill = Object.getOwnPropertyDescriptor(globalThis, "Iterator");
  const putAside = polyfill !== undefined && runInNewContext("typeof Iterator") === "undefined";
  if (putAside) {
    Reflect.deleteProperty(globalThis, "Iterator");
  }
  try {
    return createRequire(__filename)("jsdom") as Jsdom;
  } finally {
    if (putAside) {
      Object.defineProperty(globalThis, "Iterator", polyfill);
    }
  }
}

/** What this file needs of a host. */
export interface OfficeWindowHost {
  external: object;
}

export interface OfficeWindowOptions {
  /** Path of a built page (`dist/taskpane.html`). Default: an empty page that only loads Office.js. */
  page?: string;
  /** How long the page may take to come up. Default 15 s. */
  timeoutMilliseconds?: number;
}

/** A page in which the unmodified Office.js runs against the host. */
export interface OfficeWindow {
  window: DOMWindow;
  Office: typeof Office;
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension;
  /** What the page reported to the console as errors, oldest first. */
  errors: readonly string[];
  close(): void;
}

/** Address from which production pages load Office.js; here it is read from the package, without any network. */
const contentNetwork = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/** The page's own address: a secure origin, as an add-in has it. Its files are read from the folder of the built page. */
const ownAddress = "https://localhost/";

/** Asks for `onReady` at once: Office.js looks for that every 50 ms only. */
const emptyPage = `<!doctype html><html><head><script src="${contentNetwork}office.js"></script><script>Office.onReady();</script></head><body></body></html>`;

/**
 * Boots jsdom with the published Office.js and the host behind it, and waits for `Office.onReady`.
 * @throws Error saying what failed when the page does not come up: a script that is missing, an exception, or silence.
 */
export async function openOfficeWindow(
  host: OfficeWindowHost,
  options: OfficeWindowOptions = {},
): Promise<OfficeWindow> {
  const { page, timeoutMilliseconds = 15_000 } = options;
  const errors: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error: Error) => errors.push(error.message));
  virtualConsole.on("error", (...parts: unknown[]) => errors.push(parts.map(String).join(" ")));

  const dom = new JSDOM(page === undefined ? emptyPage : await readFile(page, "utf8"), {
    url: ownAddress + (page === undefined ? "" : encodeURIComponent(basename(page))),
    runScripts: "dangerously",
    resources: new DiskLoader(page === undefined ? null : dirname(resolve(page))),
    pretendToBeVisual: page !== undefined,
    virtualConsole,
    beforeParse(window) {
      Object.defineProperty(window, "external", { value: host.external, writable: true });
    },
  });

  const window = dom.window;
  try {
    await withinTime(ready(window), timeoutMilliseconds, () => describeSilence(page, errors));
  } catch (problem) {
    window.close();
    throw problem;
  }
  return {
    window,
    Office: window.Office,
    Excel: window.Excel,
    OfficeExtension: window.OfficeExtension,
    errors,
    close: () => window.close(),
  };
}

/** Resolves when the scripts of the page have run and Office.js is connected. */
async function ready(window: DOMWindow): Promise<void> {
  await new Promise<void>((loaded) => window.addEventListener("load", () => loaded()));
  if (window.Office === undefined) {
    throw new Error("The page did not load Office.js.");
  }
  await window.Office.onReady();
  addLaterMembers(window as unknown as OfficePage);
}

function describeSilence(page: string | undefined, errors: readonly string[]): Error {
  const what = page === undefined ? "Office.js" : `The page ${page}`;
  return new Error(
    `${what} did not come up.${errors.length > 0 ? ` It reported: ${errors.join(" | ")}` : ""}`,
  );
}

async function withinTime(work: Promise<void>, milliseconds: number, late: () => Error): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), milliseconds);
  });
  try {
    await Promise.race([work, alarm]);
  } finally {
    clearTimeout(timer);
  }
}

/** Serves Office.js from its package and the page's own files from their folder; refuses every other address. */
class DiskLoader extends ResourceLoader {
  readonly #folder: string | null;

  constructor(folder: string | null) {
    super();
    this.#folder = folder;
  }

  override fetch(address: string): AbortablePromise<Buffer> {
    return Object.assign(this.#read(address.split(/[?#]/)[0]), { abort: () => undefined });
  }

  async #read(address: string): Promise<Buffer> {
    if (address.startsWith(contentNetwork)) {
      return readFile(join(officeFolder(), decodeURIComponent(address.slice(contentNetwork.length))));
    }
    if (this.#folder !== null && address.startsWith(ownAddress)) {
      const path = resolve(this.#folder, decodeURIComponent(address.slice(ownAddress.length)));
      if (path.startsWith(this.#folder + sep)) {
        return readFile(path);
      }
    }
    throw new Error(`No network here: ${address}`);
  }
}

function officeFolder(): string {
  return join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
}
