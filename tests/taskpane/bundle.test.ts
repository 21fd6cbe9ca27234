import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const file = path.join(__dirname, "../../dist/taskpane.js");

const folder = path.dirname(file);

function bundle(): Buffer {
  if (!existsSync(file)) throw new Error("Build the add-in first: npm run build");
  return readFileSync(file);
}

/** What a sales head's connection carries: before the first screen can be used, before the list is read, and in all. */
const mostKilobytes = { firstScreen: 250, listRead: 368, everything: 652 };

const travels = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, name))).length, 0) / 1000;

/** The scripts of the page itself; tests/e2e/loading shows that the first screen needs no other. */
function ofPage(): string[] {
  bundle();
  const page = readFileSync(path.join(folder, "taskpane.html"), "utf8");
  return [...page.matchAll(/<script[^>]* src="?([^"> ]+)/g)]
    .map(([, address]) => address)
    .filter((address) => !address.startsWith("https:"));
}

it(`the first screen of the add-in travels in less than ${mostKilobytes.firstScreen} KB`, () => {
  expect(ofPage()).toEqual(["taskpane.js"]);
  expect(travels(ofPage())).toBeLessThan(mostKilobytes.firstScreen);
});

it(`with what reads a list it travels in less than ${mostKilobytes.listRead} KB, with everything in less than ${mostKilobytes.everything} KB`, () => {
  expect(travels([...ofPage(), "lists.js", "reading.js"])).toBeLessThan(mostKilobytes.listRead);
  expect(travels(readdirSync(folder).filter((name) => name.endsWith(".js")))).toBeLessThan(
    mostKilobytes.everything,
  );
});

it("nothing of the stand-in for Excel is in the add-in", () => {
  const text = bundle().toString("utf8");
  // Names that survive minifying: of the host's classes on the wire, its engine, its file library, its charts.
  for (const trace of ["GetHostInfo", "UNIVER_SHEET", "univer", "excelts", "echarts", "keyfolioWorkbench"]) {
    expect(text).not.toContain(trace);
  }
});

it("nothing in the add-in could keep or send anything outside the workbook", () => {
  bundle();
  const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(1);
  const ways =
    /\b(?:localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open|serviceWorker|BroadcastChannel|XMLHttpRequest|sendBeacon|WebSocket|EventSource|RTCPeerConnection|importScripts)\b|\bfetch\(|\beval\(|\bnew Function\b|\.setData\(/g;
  for (const name of scripts) {
    const found = readFileSync(path.join(folder, name), "utf8").match(ways) ?? [];
    expect([name, found]).toEqual([name, []]);
  }
});

it("the page runs nothing but its own scripts and Office.js, and lets nothing out", () => {
  bundle();
  const page = readFileSync(path.join(folder, "taskpane.html"), "utf8");
  const [, policy] = /http-equiv=["']?Content-Security-Policy["']? content="([^"]*)"/.exec(page) ?? [];
  const rules = new Map(policy.split(";").map((rule) => [rule.trim().split(" ")[0], rule.trim()]));
  expect(rules.get("default-src")).toBe("default-src 'none'");
  expect(rules.get("script-src")).toBe("script-src 'self' https://appsforoffice.microsoft.com");
  expect(policy).not.toMatch(/unsafe-eval|\*|http:|data:|blob:/);
  // The policy stands before everything that it is about.
  expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.search(/<script|<style|<link/));
  expect(page.match(/<script(?![^>]*\ssrc=)/g)).toBeNull();
});
