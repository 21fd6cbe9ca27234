import type { Frame, Page } from "playwright-core";
import type { OpenWorkbench } from "./workbench";

/** More stops than any step of the pane has. */
const manyStops = 400;

/** As a screen reader names it, roughly. */
export interface Stop {
  name: string;
  role: string;
}

type Key = "Tab" | "Shift+Tab" | "ArrowDown";

/** The pane as somebody uses it who has no mouse. */
export class Keyboard {
  /** Stops that looked the same with the focus and without it, or stood out of sight while they had it. */
  readonly unseen = new Set<string>();
  readonly #frame: Frame;
  readonly #page: Page;

  constructor({ page }: OpenWorkbench) {
    this.#page = page;
    this.#frame = page.frames().find((each) => each.url().includes("taskpane"))!;
  }

  /** Goes into the pane, as F6 does in Excel. */
  async enterPane(): Promise<void> {
    await this.#frame.evaluate(() => window.focus());
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  /** Where the focus is now; null outside of the pane's controls. */
  focused(): Promise<Stop | null> {
    return this.#frame.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body || !document.hasFocus()) return null;
      const { labels } = element as HTMLInputElement;
      const name =
        element.getAttribute("aria-label") ??
        (labels?.length ? labels[0].textContent : element.textContent) ??
        "";
      return { name: name.trim(), role: element.tagName.toLowerCase() };
    });
  }

  /** Goes on by a key until the focus is at a control of this name. */
  async goTo(name: string | RegExp, key: Key = "Tab"): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < manyStops; stop++) {
      await this.#leaveBy(key);
      const at = await this.focused();
      if (at && (typeof name === "string" ? at.name === name : name.test(at.name))) return;
      passed.push(at ? at.name.slice(0, 30) : "–");
    }
    throw new Error(`${key} never came to ${name}; it passed ${passed.slice(0, 120).join(", ")}`);
  }

  /** Goes on until the focus is no longer in the pane. */
  async leavePane(key: Key): Promise<void> {
    for (let stop = 0; stop < manyStops; stop++) {
      await this.#leaveBy(key);
      if (!(await this.#frame.evaluate(() => document.hasFocus()))) return;
    }
    throw new Error(`${key} never left the pane`);
  }

  /**
   * Goes through the whole pane, from its first stop to its last one, unfolds what is folded on the way, and comes back in.
   * @returns controls in sight that no key came to, and places where the focus was lost in between
   */
  async tour(): Promise<string[]> {
    await this.leavePane("Shift+Tab");
    const lost: string[] = [];
    await this.#frame.evaluate(() => {
      for (const each of document.querySelectorAll("[data-reached]")) each.removeAttribute("data-reached");
    });
    await this.enterPane();
    for (let stop = 0, last = "the beginning"; ; stop++) {
      if (stop === manyStops) throw new Error("Tab never left the pane");
      if (stop > 0) await this.#leaveBy("Tab");
      const { isInside, isFolded, name } = await this.#frame.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        const isControl = element !== null && element !== document.body;
        if (isControl) element.setAttribute("data-reached", "");
        return {
          isInside: document.hasFocus(),
          isFolded: element?.tagName === "SUMMARY" && !(element.parentElement as HTMLDetailsElement).open,
          name: isControl ? element.outerHTML.slice(0, 100) : null,
        };
      });
      if (!isInside) break;
      if (name === null && stop > 0) lost.push(`lost after ${last}`);
      else last = name ?? last;
      if (isFolded) await this.press("Enter");
    }
    const missed = await this.#frame.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          "button, a[href], input, select, textarea, summary, [tabindex='0']",
        ),
      ]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .filter((element) => !element.hasAttribute("data-reached") && !element.matches(":disabled"))
        // One row of the list of clients stands for all: arrow keys go along them.
        .filter((element) => element.tabIndex >= 0 || !element.closest("li[data-client]"))
        .map((element) => `not reached: ${element.outerHTML.slice(0, 160)}`),
    );
    await this.enterPane();
    return [...lost, ...missed];
  }

  /** Presses a key and notes whether the stop that it leaves had looked focused and stood in sight. */
  async #leaveBy(key: Key): Promise<void> {
    const before = await this.#frame.evaluateHandle(() => {
      const element = document.activeElement ?? document.body;
      // Fluent draws the ring of a field on what stands around it.
      const drawn = [
        element,
        ...(element.parentElement ? [element.parentElement, ...element.parentElement.children] : []),
      ];
      const look = () =>
        drawn
          .flatMap((each) =>
            [null, "::before", "::after"].map((pseudo) => {
              const style = getComputedStyle(each, pseudo);
              const { outline, boxShadow, border, transform, textDecoration } = style;
              return [outline, boxShadow, border, transform, textDecoration].join();
            }),
          )
          .join("|");
      const { top, bottom } = element.getBoundingClientRect();
      const header = document.querySelector("header")!;
      const covered = header.contains(element) ? 0 : Math.max(0, header.getBoundingClientRect().bottom);
      const isInSight = bottom > covered && top < innerHeight;
      return { element, look, focusedLook: look(), isInSight, name: element.outerHTML.slice(0, 100) };
    });
    await this.press(key);
    const fault = await before.evaluate(({ element, look, focusedLook, isInSight, name }) => {
      const isStop = element !== document.body && element.getAttribute("tabindex") !== "-1";
      if (!isStop) return null;
      if (!isInSight) return `out of sight: ${name}`;
      const moved = element.isConnected && document.activeElement !== element;
      return moved && look() === focusedLook ? name : null;
    });
    if (fault) this.unseen.add(fault);
  }
}
