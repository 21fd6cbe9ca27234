import { useEffect, useState, type ReactNode } from "react";

/** Shows its content only when it is still wanted after a while: what is quick needs no sign that it goes on. */
export function Delayed({ milliseconds = 500, children }: { milliseconds?: number; children: ReactNode }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return due ? children : null;
}
