import { useEffect, useState, type ComponentType } from "react";

/** The card “Why?”, which travels apart: nobody waits for it, and without it nothing else is missing. */
export function LaterWhy() {
  const [Card, setCard] = useState<ComponentType | null>(null);
  useEffect(() => {
    import(/* webpackChunkName: "why" */ "../why").then(
      ({ WhyCard }) => setCard(() => WhyCard),
      () => undefined,
    );
  }, []);
  return Card && <Card />;
}
