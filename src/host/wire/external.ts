import { type ApiLevel, supportedMatrix } from "./api-level";
import type { Events } from "./events";
import type { RichApi } from "./rich-api";
import { safeArray } from "./safe-array";

export interface ExternalOptions {
  /** BCP 47 tag such as "ru-RU": becomes `Office.context.displayLanguage`. */
  displayLanguage: string;
  /** Likewise `Office.context.contentLanguage`. */
  dataLanguage: string;
  level: ApiLevel;
  /** Office theme: colours as #RRGGBB by name (`bodyBackgroundColor`, `bodyForegroundColor`, `controlBackgroundColor`, `controlForegroundColor`). */
  theme: Record<string, string>;
  documentUrl: string;
  settings: SettingsStore;
  richApi: RichApi;
  events: Events;
  /** The page asks for the first time who its host is. */
  onConnect: () => void;
  /** The page says that a ribbon command is done. `status` 0 = fine. */
  onCommandCompleted: (commandId: string, status: number, data: string) => void;
  /** A member was asked for that the host does not have. */
  onUnknownMember: (name: string) => void;
}

/** Where `Office.context.document.settings` is kept: JSON texts by key. */
export interface SettingsStore {
  read(): Record<string, string>;
  write(values: Record<string, string>): void;
}

/** Identifiers of calls (`window.external.Execute`). */
const Call = { richApi: 93, commandCompleted: 94 } as const;

/** Flags of the host: 1 shared runtime, 2 custom functions. */
const hostFlags = 3;

/** The object that Excel on Windows puts into the page: all that Office.js talks to. */
export function createExternal(options: ExternalOptions): object {
  const context = reporting("GetContext()", officeContext(options), options.onUnknownMember);
  return reporting(
    "window.external",
    {
      GetHostInfo() {
        options.onConnect();
        return `Excel$Win32$16.01$en-US$telemetry$$$${hostFlags}`;
      },
      GetContext: () => context,
      GetLoggingAllowed: () => false,
      Execute: (id: number, parameters: any[], callback: (reply: unknown) => void) =>
        execute(id, parameters, callback, options),
      RegisterEvent: (id: number, _target: string, handler: any, callback: (status: number) => void) => {
        options.events.register(id, handler);
        setTimeout(() => callback(0), 0);
      },
      UnregisterEvent: (id: number, _target: string, callback: (status: number) => void) => {
        options.events.unregister(id);
        setTimeout(() => callback(0), 0);
      },
    },
    options.onUnknownMember,
  );
}

function execute(
  id: number,
  parameters: any[],
  callback: (reply: unknown) => void,
  options: ExternalOptions,
): void {
  switch (id) {
    case Call.richApi: {
      // [customData, "POST", "ProcessQuery", headers, body, permission, flags, …]
      const message = parameters[0];
      void options.richApi.answer(String(message[4]), Number(message[6])).then((reply) => {
        callback(
          "body" in reply
            ? safeArray([0, safeArray([200, safeArray([]), reply.body])])
            : safeArray([reply.status, reply.message]),
        );
      });
      return;
    }
    case Call.commandCompleted:
      options.onCommandCompleted(String(parameters[0]), Number(parameters[1]), String(parameters[2]));
      setTimeout(() => callback(safeArray([0])), 0);
      return;
    default:
      options.onUnknownMember(`Execute(${id})`);
      setTimeout(() => callback(safeArray([notSupported])), 0);
  }
}

/** `ooeOperationNotSupported` of Office.js. */
const notSupported = 5000;

function officeContext(options: ExternalOptions): Record<string, unknown> {
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => "keyfolio",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => options.displayLanguage,
    GetAppDataLocale: () => options.dataLanguage,
    GetDocUrl: () => options.documentUrl,
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 0,
    GetSolutionToken: () => "",
    GetSupportedMatrix: () => supportedMatrix(options.level),
    GetHostFullVersion: () => "16.0.18000.20000",
    GetInstanceId: () => "1",
    GetCorrelationId: () => "1",
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => true,
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(mapValues(options.theme, colorNumber)),
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, value] of Object.entries(options.settings.read())) {
          keys.push(key);
          values.push(value);
        }
      },
      Write(keys: string[], values: string[]) {
        options.settings.write(Object.fromEntries(keys.map((key, index) => [key, values[index]])));
      },
    }),
  };
}

/** `#RRGGBB` as the number that the client turns back into it. */
function colorNumber(color: string): number {
  return Number.parseInt(color.slice(1), 16);
}

function mapValues<T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** Members that Office.js looks for and does without when they are missing, on purpose absent here. */
const knownAbsent = new Set([
  "MessageParent2",
  "MessageChild2",
  "GetHostCustomMessage",
  "GetDialogRequirementMatrix",
  "GetFeaturesForSolution",
]);

/** The object, but asking for a member that it lacks is reported: a new Office.js that needs more of the host is noticed. */
function reporting(owner: string, members: Record<string, unknown>, report: (name: string) => void): object {
  return new Proxy(members, {
    get(target, name) {
      if (typeof name === "string" && !(name in target) && !knownAbsent.has(name)) {
        report(`${owner}.${name}`);
      }
      return Reflect.get(target, name);
    },
  });
}
