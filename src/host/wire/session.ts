import { CellEditing } from "./cell-editing";
import { CustomFunctions } from "./custom-functions";
import { isAtLeast, type ApiLevel } from "./api-level";
import { Events } from "./events";
import { createExternal, type SettingsStore } from "./external";
import { Faults } from "./faults";
import { Journal } from "./journal";
import type { ModelObject } from "./objects/members";
import { RichApi } from "./rich-api";
import { Taskpane, type TaskpaneListener } from "./taskpane";

export interface SessionOptions extends TaskpaneListener {
  /** BCP 47 tag of Excel's own language. Default "en-US". */
  displayLanguage?: string;
  /** BCP 47 tag of number and date dress. Default: the display language. */
  dataLanguage?: string;
  /** Default "1.20", today's subscription. */
  level?: ApiLevel;
  /** "web" limits requests and answers to 5 MB. Default "desktop". */
  mode?: "desktop" | "web";
  /** Nothing may be changed (viewing mode of Excel on the web). Default false. */
  viewOnly?: boolean;
  theme?: Record<string, string>;
  documentUrl?: string;
  settings: SettingsStore;
  /** Whether the page's pane is open at the beginning. Default false: the page runs in the background. */
  taskpaneVisible?: boolean;
  /** Who calls the functions of the page, where the model needs it before the session is open; with the events that it sends by. */
  calling?: { events: Events; functions: CustomFunctions };
}

/** One page connected to one model over the wire. */
export interface Session {
  /** To be set as `window.external` before Office.js loads. */
  external: object;
  journal: Journal;
  faults: Faults;
  events: Events;
  cellEditing: CellEditing;
  functions: CustomFunctions;
  /** Whether the page can be seen; `show()` and `hide()` are the user's hand. */
  taskpane: Taskpane;
  /** Objects that the page keeps at the moment (tracked objects): a leak shows here. */
  keptObjects(): number;
  /** Members of `window.external` that were asked for and that the host does not have. */
  unknownMembers: ReadonlySet<string>;
  /**
   * A click on a ribbon button: calls what the page registered by `Office.actions.associate`, resolves when it calls `event.completed()`.
   * @throws Error when the page does not listen, does not know the function, or does not complete within the time.
   */
  invokeCommand(functionName: string, timeoutMilliseconds?: number): Promise<void>;
  /** From now on the page gets no answers and no events. */
  close(): void;
}

const whiteTheme = {
  bodyBackgroundColor: "#FFFFFF",
  bodyForegroundColor: "#262626",
  controlBackgroundColor: "#E6E6E6",
  controlForegroundColor: "#444444",
};

/** Events for a page that is not there yet, and calls of its functions that wait for it. */
export function callingPage(): { events: Events; functions: CustomFunctions } {
  const events = new Events();
  return { events, functions: new CustomFunctions(events) };
}

/** Connects a model (its root object) to what a page sees as `window.external`. */
export function openSession(root: ModelObject, options: SessionOptions): Session {
  const journal = new Journal();
  const faults = new Faults();
  const { events, functions } = options.calling ?? callingPage();
  const cellEditing = new CellEditing();
  const unknownMembers = new Set<string>();
  const commands = new Map<string, (status: number) => void>();
  const level = options.level ?? "1.20";
  const displayLanguage = options.displayLanguage ?? "en-US";
  events.tellsTrigger = isAtLeast(level, "1.14");
  const taskpane = new Taskpane(events, options, options.taskpaneVisible ?? false);
  const richApi = new RichApi({
    root,
    level,
    mode: options.mode ?? "desktop",
    viewOnly: options.viewOnly ?? false,
    journal,
    faults,
    events,
    cellEditing,
    functions,
    taskpane,
  });
  const external = createExternal({
    displayLanguage,
    dataLanguage: options.dataLanguage ?? displayLanguage,
    level,
    theme: options.theme ?? whiteTheme,
    documentUrl: options.documentUrl ?? "C:\\Workbook.xlsx",
    settings: options.settings,
    richApi,
    events,
    onConnect: () => (functions.isConnected = true),
    onCommandCompleted: (commandId, status) => commands.get(commandId)?.(status),
    onUnknownMember: (name) => unknownMembers.add(name),
  });

  let nextCommand = 1;
  function invokeCommand(functionName: string, timeoutMilliseconds = 60_000): Promise<void> {
    const commandId = `command-${nextCommand++}`;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => end(new Error(`The command ${functionName} did not complete.`)),
        timeoutMilliseconds,
      );
      const end = (problem: Error | null) => {
        clearTimeout(timer);
        commands.delete(commandId);
        if (problem) {
          reject(problem);
        } else {
          resolve();
        }
      };
      commands.set(commandId, (status) =>
        end(
          status === 0
            ? null
            : new Error(`The page does not know the command ${functionName} (status ${status}).`),
        ),
      );
      if (!events.invokeCommand(commandId, functionName, { source: { id: functionName } })) {
        end(new Error("The page does not listen for ribbon commands."));
      }
    });
  }

  return {
    external,
    journal,
    faults,
    events,
    cellEditing,
    functions,
    taskpane,
    keptObjects: () => richApi.references.size,
    unknownMembers,
    invokeCommand,
    close() {
      richApi.close();
      events.close();
    },
  };
}
