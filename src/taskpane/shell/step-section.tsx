import { useEffect, useId, useRef, type ReactNode } from "react";
import { useLayout } from "../theme/styles";

/**
 * A step of the work under its heading. When the button that led here is gone, the heading takes the focus, so that the
 * keyboard and a screen reader go on from there; a click in the navigation keeps it.
 */
export function StepSection({ title, children }: { title: string; children: ReactNode }) {
  const layout = useLayout();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.documentElement.scrollTop = 0;
    // Without the focus in the pane the user is at work in the sheet.
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && document.hasFocus()) heading.current?.focus();
  }, []);
  return (
    <section className={layout.column} aria-labelledby={id}>
      <h2 className={layout.title} id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
