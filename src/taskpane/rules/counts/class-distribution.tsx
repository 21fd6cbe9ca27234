import { useMemo } from "react";
import type { Language } from "../../../locales";
import type { Classification } from "../../../portfolio";
import { ClassBars } from "./class-bars";
import { classCounts } from "./class-counts";

export interface ClassDistributionProps<Class extends string> {
  title: string;
  /** Whose shares are counted; null while there is none. */
  classification: Classification | null;
  /** The class of each client by the rules that are tried, null = in none; without it nothing is shown. */
  classes: readonly (Class | null)[] | null;
  /** The classes that are shown, in this order; the same array at each render. */
  order: readonly Class[];
  names: Readonly<Record<Class, string>>;
  language: Language;
}

/** How many clients of the last classification each class would have. */
export function ClassDistribution<Class extends string>({
  title,
  classification,
  classes,
  order,
  names,
  language,
}: ClassDistributionProps<Class>) {
  const counts = useMemo(
    () => classification && classes && classCounts(classes, classification, order),
    [classification, classes, order],
  );
  if (!classification || !counts) return null;
  return (
    <ClassBars title={title} counts={counts} names={names} base={classification.base} language={language} />
  );
}
