import { JSDOM } from "jsdom";

/** What React and Fluent UI look for; to be imported before both. */
const { window } = new JSDOM("<!doctype html><html lang='en'><body></body></html>", {
  url: "https://pane.example/",
  // Frames are drawn: requestAnimationFrame is there.
  pretendToBeVisual: true,
});
/** Nothing of the pane stores anything in the browser. */
const left = ["localStorage", "sessionStorage"];
for (const name of Object.getOwnPropertyNames(window)) {
  if (name in globalThis || left.includes(name)) continue;
  Object.defineProperty(globalThis, name, {
    configurable: true,
    writable: true,
    value: window[name as keyof typeof window],
  });
}
// jsdom takes its own events only; Node has others of the same name.
for (const name of ["Event", "CustomEvent", "EventTarget", "KeyboardEvent"] as const) {
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: window[name] });
}
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

afterAll(() => window.close());
