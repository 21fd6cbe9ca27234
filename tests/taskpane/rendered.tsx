import "./browser-globals";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";

/** A part of the pane on a page without a browser, used as a user does: by what is written on it. */
export class Rendered {
  readonly page = document.createElement("div");
  private readonly root: Root;

  constructor(content: ReactNode) {
    document.body.append(this.page);
    this.root = createRoot(this.page);
    this.show(content);
  }

  show(content: ReactNode): void {
    act(() => this.root.render(<FluentProvider theme={webLightTheme}>{content}</FluentProvider>));
  }

  remove(): void {
    act(() => this.root.unmount());
    this.page.remove();
  }

  get text(): string {
    return readable(this.page.textContent ?? "");
  }

  /** Elements that a selector finds, as texts. */
  texts(selector: string): string[] {
    return Array.from(this.page.querySelectorAll(selector), (found) => readable(found.textContent ?? ""));
  }

  /** The button of that name: its label for screen readers, else what stands on it. */
  button(name: string | RegExp): HTMLButtonElement {
    return this.only(
      "button",
      Array.from(this.page.querySelectorAll("button")).filter((button) => fits(nameOf(button), name)),
      name,
    );
  }

  /** The input, switch or list of choices of that label. */
  field(label: string | RegExp): HTMLInputElement | HTMLSelectElement {
    const fields = Array.from(
      this.page.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select"),
    );
    return this.only(
      "field",
      fields.filter((field) => fits(nameOf(field), label)),
      label,
    );
  }

  /** What is said to be wrong with a field; "" when nothing is. */
  problemOf(label: string | RegExp): string {
    const ids = this.field(label).getAttribute("aria-describedby")?.split(" ") ?? [];
    const messages = ids
      .map((id) => document.getElementById(id))
      .filter((one) => one?.matches("[role=alert]"));
    return readable(messages.map((message) => message?.textContent ?? "").join(" "));
  }

  async click(target: HTMLElement): Promise<void> {
    await act(async () => target.click());
  }

  async type(label: string | RegExp, text: string): Promise<void> {
    const field = this.field(label);
    await act(async () => field.focus());
    await this.set(field, text, "input");
  }

  async choose(label: string | RegExp, choice: string): Promise<void> {
    const field = this.field(label);
    const option = Array.from(field.querySelectorAll("option")).find((one) => readable(one.text) === choice);
    if (!option) throw new Error(`no choice "${choice}" in ${nameOf(field)}`);
    await this.set(field, option.value, "change");
  }

  async leave(label: string | RegExp): Promise<void> {
    const field = this.field(label);
    await act(async () => field.blur());
  }

  async press(key: string): Promise<void> {
    const target = document.activeElement ?? document.body;
    await act(async () => {
      target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    });
  }

  private async set(
    field: HTMLInputElement | HTMLSelectElement,
    value: string,
    event: string,
  ): Promise<void> {
    const type =
      field instanceof window.HTMLSelectElement ? window.HTMLSelectElement : window.HTMLInputElement;
    await act(async () => {
      // Past React, which looks whether the value changed.
      Object.getOwnPropertyDescriptor(type.prototype, "value")!.set!.call(field, value);
      field.dispatchEvent(new Event(event, { bubbles: true }));
    });
  }

  private only<Found>(kind: string, found: readonly Found[], name: string | RegExp): Found {
    if (found.length !== 1) throw new Error(`${found.length} of ${kind} "${String(name)}" in: ${this.text}`);
    return found[0];
  }
}

/** Texts with no-break spaces as plain ones. */
export function readable(text: string): string {
  return text
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function fits(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? text === wanted : wanted.test(text);
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute("aria-label");
  if (label !== null) return readable(label);
  if (element.id !== "") {
    const labels = Array.from(document.querySelectorAll(`label[for="${element.id}"]`));
    if (labels.length > 0) return readable(labels.map((one) => one.textContent ?? "").join(" "));
  }
  return readable(element.textContent ?? "");
}
