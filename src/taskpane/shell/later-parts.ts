import { useEffect } from "react";
import { later } from "../state/later";
import { listReading } from "../state/later-reading";
import { usePane } from "../state/pane-context";

export const firstSteps = later(() => import(/* webpackChunkName: "reading" */ "../steps/first-steps"));

export const laterSteps = later(() => import(/* webpackChunkName: "steps" */ "../steps"));

/** Lets what travels apart come while the user is still at the first screen, or at the first step. */
export function usePartsLoaded(): void {
  const starting = usePane().phase === "starting";
  useEffect(() => {
    if (starting) return;
    for (const part of [listReading, firstSteps, laterSteps]) part.load().catch(() => undefined);
  }, [starting]);
}
