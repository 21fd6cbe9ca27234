import { createContext, useContext, useSyncExternalStore, type ReactNode } from "react";
import { runs, type RunState } from "../../commands/runs";
import { languageOf, textsOf, type Language, type Texts } from "../../locales";
import type { PaneSession } from "./pane-session";
import type { PaneState } from "./pane-state";

const SessionContext = createContext<PaneSession | null>(null);

/** Gives the session to everything inside. */
export function PaneProvider({ session, children }: { session: PaneSession; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session, for what the user does. */
export function useSession(): PaneSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error("A part of the pane stands outside of its PaneProvider");
  return session;
}

/** What the pane shows now. */
export function usePane(): PaneState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => session.state);
}

/** How the run stands, whoever started it. */
export function useRunState(): RunState {
  return useSyncExternalStore(runs.subscribe, () => runs.state);
}

/** Language of the pane itself: that of Office. */
export function useDisplayLanguage(): Language {
  return languageOf(useSession().displayLanguage);
}

/** The texts of the pane in its language. */
export function useTexts(): Texts["pane"] {
  return textsOf[useDisplayLanguage()].pane;
}
